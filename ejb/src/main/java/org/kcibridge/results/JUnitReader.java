package org.kcibridge.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kcibridge.log.OneLine;
import org.kcibridge.report.KcidbText;
import org.kcibridge.report.Status;

/**
 * Reads JUnit XML in the forms its many writers have: suites in suites, and what a case wrote as text inside of it. A
 * document type is refused, and with it all that entities can do.
 */
final class JUnitReader {

    private static final XMLInputFactory XML = factory();

    private static final Set<String> ROOTS = Set.of("testsuites", "testsuite");
    private static final Set<String> NOT_RUN = Set.of("notrun", "disabled", "skipped");
    private static final Set<String> TEXTS = Set.of("failure", "error", "system-out", "system-err");
    private static final int LONGEST_TEXT = 4 * KcidbText.EXCERPT_LIMIT;

    private final XMLStreamReader xml;
    private final CaseLimit cases = new CaseLimit();
    private final List<CaseResult> found = new ArrayList<>();
    private final JUnitSuites suites;
    private JUnitCase current;
    private StringBuilder text;
    private int depth;

    private JUnitReader(XMLStreamReader xml, Optional<String> suite) {
        this.xml = xml;
        this.suites = new JUnitSuites(suite);
    }

    /**
     * @param suite as it was asked for; otherwise it is the outermost suite's own name
     * @throws MalformedResults when it is not XML, or not of this form
     */
    static List<CaseResult> read(InputStream in, Optional<String> suite) throws IOException {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(XmlText.of(in));
            try {
                return new JUnitReader(xml, suite).results();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            throw malformed(malformed);
        }
    }

    private List<CaseResult> results() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw malformed("a document type is refused");
                default -> {
                    // Remarks and the like.
                }
            }
        }
        if (found.isEmpty()) {
            throw new MalformedResults(0, "there is no test case in it");
        }
        return found;
    }

    private void start(String element) {
        if (depth == 0 && !ROOTS.contains(element)) {
            throw malformed("<%s> is not the beginning of JUnit XML".formatted(OneLine.of(element)));
        }
        if (++depth > CaseLimit.DEEPEST) {
            throw malformed("it is nested too deeply");
        }
        switch (element) {
            case "testsuite" -> suites.enter(attribute("name"), attribute("timestamp"));
            case "testcase" -> begin();
            case "failure" -> ended(Status.FAIL);
            case "error" -> ended(Status.ERROR);
            case "skipped" -> ended(Status.SKIP);
            default -> {
                // Properties, and whatever a writer came up with.
            }
        }
        if (current != null && TEXTS.contains(element)) {
            text = new StringBuilder();
        }
    }

    private void begin() {
        if (current != null) {
            throw malformed("there is a test case within a test case");
        }
        String name = attribute("name");
        if (name == null || name.isBlank()) {
            throw malformed("a test case has no name");
        }
        cases.count(line());
        current = suites.testCase(attribute("classname"), name, attribute("time"));
        if (NOT_RUN.contains(String.valueOf(attribute("status")))
                || NOT_RUN.contains(String.valueOf(attribute("result")))) {
            current.ended(Status.SKIP, null);
        }
    }

    private void ended(Status how) {
        if (current != null) {
            String message = attribute("message");
            current.ended(how, message == null ? attribute("type") : message);
        }
    }

    private void text() {
        if (text != null) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            if (text.length() > LONGEST_TEXT) {
                text.delete(0, text.length() - LONGEST_TEXT / 2);
            }
        }
    }

    private void end(String element) {
        depth--;
        if (text != null && TEXTS.contains(element)) {
            current.logs(text.toString());
            text = null;
        }
        if (element.equals("testcase")) {
            found.add(current.result());
            current = null;
        } else if (element.equals("testsuite")) {
            suites.leave();
        }
    }

    private String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    private MalformedResults malformed(String reason) {
        return new MalformedResults(line(), reason);
    }

    private long line() {
        return Math.max(0, xml.getLocation().getLineNumber());
    }

    /** @throws IOException if it is not the XML that is to blame, but where it comes from */
    private static MalformedResults malformed(XMLStreamException e) throws IOException {
        long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        if (e.getNestedException() instanceof CharacterCodingException) {
            return new MalformedResults(line, "not XML: it is in another encoding than it says");
        }
        if (e.getNestedException() instanceof IOException broken) {
            throw broken;
        }
        String message = String.valueOf(e.getMessage());
        String said = message.substring(message.indexOf("Message: ") + 1).replaceFirst("^essage: ", "");
        return new MalformedResults(line, "not XML: " + OneLine.of(said));
    }

    /** The JDK's own, whatever the server has: they differ in what they make of what is not allowed. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
