package org.kcibridge.it.standin;

import java.net.URI;
import java.util.List;
import java.util.function.Function;

/**
 * KCIDB's submission endpoint and ingester on loopback, for the sandbox and the tests. As with the real one, a 200 only
 * says that a document was spooled; whether it is any good shows in its status later.
 *
 * <p>For curious people {@code GET /documents} lists what was accepted; the real one has no such thing.
 */
public final class KcidbStandIn extends StandIn<Spool> {

    private final KcidbScript script;
    private final KcidbEndpoint endpoint;

    /** Starts on a free port, and takes every document that has a version and at least one object. */
    public KcidbStandIn(String token) {
        this(token, PostedJson::violations);
    }

    /**
     * Starts on a free port.
     *
     * @param check what is wrong with a document, given as JSON text; the schema goes here
     */
    public KcidbStandIn(String token, Function<String, List<String>> check) {
        this(token, check, new KcidbScript());
    }

    private KcidbStandIn(String token, Function<String, List<String>> check, KcidbScript script) {
        super("kcidb", script);
        this.script = script;
        endpoint = new KcidbEndpoint(token, check, script);
        open(new Spool());
    }

    /** What a submitter is given as {@code KCIDB_SUBMIT_URL}. */
    public URI submitUrl() {
        return url().resolve("/submit");
    }

    /** Where a browser sees the documents. */
    public URI documentsUrl() {
        return url().resolve("/documents");
    }

    public KcidbScript script() {
        return script;
    }

    /** The documents accepted, oldest first. */
    public List<StoredDocument> documents() {
        return memory().documents();
    }

    /** What is wrong with the documents accepted since the stand-in was last cleared; empty while all are valid. */
    public List<String> violations() {
        return documents().stream()
                .flatMap(document -> document.violations().stream().map(line -> document.id() + " " + line))
                .toList();
    }

    /** Fails the test that sent a document which violates the schema. Documents that the script lets fail are innocent. */
    public void requireValidDocuments() {
        List<String> violations = violations();
        if (!violations.isEmpty()) {
            throw new AssertionError("KCIDB got what violates its schema:\n" + String.join("\n", violations));
        }
    }

    /** Posts received since the stand-in was last cleared, refused ones too. */
    public int posts() {
        return requests().to("POST", "/submit").size();
    }

    /** Documents from before are unknown from now on, and nobody asks whether they were valid. */
    @Override
    public void clear() {
        renew(new Spool());
    }

    @Override
    Answer answer(Request request, Spool spool) {
        return endpoint.answer(request, spool);
    }
}
