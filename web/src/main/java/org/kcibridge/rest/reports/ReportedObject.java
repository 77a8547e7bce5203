package org.kcibridge.rest.reports;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON that goes to the client as it is: the database made it, under KCIDB's names. */
public record ReportedObject(@JsonValue @JsonRawValue String text) {}
