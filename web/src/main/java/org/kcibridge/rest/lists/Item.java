package org.kcibridge.rest.lists;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON that goes to the client as it is: the database made it. */
public record Item(@JsonValue @JsonRawValue String text) {}
