package org.kcibridge.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.kcibridge.callback.CallbackArchive;
import org.kcibridge.submission.Outbox;
import org.kcibridge.submission.Submission;

/** What came in and what goes out, word for word. */
@Named("documents")
@RequestScoped
public class DocumentPages {

    @Inject
    CallbackArchive archive;

    @Inject
    Outbox outbox;

    /** A submission's document, of an id that there is. */
    public String submission(String id) {
        return outbox.find(UUID.fromString(id))
                .map(Submission::document)
                .map(Json::object)
                .map(Json::text)
                .orElse("");
    }

    /** A callback's body, of an id that there is; secrets of ours in it are made unreadable. */
    public String callback(Number id) {
        return archive.body(id.longValue())
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .orElse("");
    }
}
