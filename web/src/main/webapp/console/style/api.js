"use strict";

// Who is logged in on these pages is logged in here: the browser sends the token along.
SwaggerUIBundle({ url: "/openapi?format=JSON", dom_id: "#swagger", deepLinking: true, docExpansion: "none", filter: true });
