package org.kcibridge.it.benchmark.parsing;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The least that reading a text takes, whatever is made of it. */
final class Least {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final XMLInputFactory XML = XMLInputFactory.newInstance();

    private Least() {}

    /** Decodes and splits it. @return how long the lines are together */
    static int lines(byte[] text) throws IOException {
        try (var reader =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8))) {
            int length = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                length += line.length();
            }
            return length;
        }
    }

    /** Reads it with the JSON provider that the server has. */
    static JsonValue json(byte[] text) {
        try (var reader = JSON.createReader(new ByteArrayInputStream(text))) {
            return reader.readValue();
        }
    }

    /** Goes through it with Java's own parser. @return how many events there were */
    static int xml(byte[] text) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(text));
        int events = 0;
        while (reader.hasNext()) {
            reader.next();
            events++;
        }
        reader.close();
        return events;
    }
}
