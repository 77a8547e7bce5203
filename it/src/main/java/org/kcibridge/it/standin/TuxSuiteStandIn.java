package org.kcibridge.it.standin;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kcibridge.it.standin.tuxrun.TuxRun;

/**
 * TuxSuite on loopback, for the sandbox and the tests: it takes orders for builds and tests, works on them for a while and
 * calls back with a signed, complete payload; the files it names can be downloaded from it.
 *
 * <p>An order that is repeated with the same client token becomes a second build, the harder case for a client.
 */
public final class TuxSuiteStandIn extends StandIn<Workshop> {

    private final String project;
    private final SigningKey key = new SigningKey();
    private final CallbackSender sender = new CallbackSender(key);
    private final TuxSuiteScript script;
    private final TuxSuiteEndpoint endpoint;

    /** Starts on a free port; every request has to bring the token, bare. */
    public TuxSuiteStandIn(String token, String group, String project) {
        this(token, group + "/" + project, new TuxSuiteScript());
    }

    private TuxSuiteStandIn(String token, String project, TuxSuiteScript script) {
        super("tuxsuite", script);
        this.project = project;
        this.script = script;
        endpoint = new TuxSuiteEndpoint(token, project, publicKey(), script);
        open(workshop());
    }

    /** What a client is given as {@code TUXSUITE_PUBLIC_KEYS}, and reads where TuxSuite publishes its keys. */
    public String publicKey() {
        return key.openSshLine("tuxsuite-stand-in");
    }

    public TuxSuiteScript script() {
        return script;
    }

    /** The bodies of the orders for builds that were received and understood, refused ones too, as they came. */
    public List<JsonObject> orders() {
        return bodies("/builds")
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .toList();
    }

    /** The orders for tests that were received and understood, refused ones too, those of lists one by one. */
    public List<JsonObject> testOrders() {
        return bodies("/tests")
                .flatMap(body -> body instanceof JsonArray list ? list.stream() : Stream.of(body))
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private Stream<JsonValue> bodies(String path) {
        return requests().to("POST", path).stream().filter(endpoint::knows).flatMap(TuxSuiteStandIn::json);
    }

    private static Stream<JsonValue> json(Request request) {
        try {
            return Stream.of(request.json());
        } catch (JsonException | IllegalStateException notUnderstood) {
            return Stream.empty();
        }
    }

    /** The builds taken on; the state of each is what a client would read back. */
    public Map<String, JsonObject> builds() {
        return memory().all(BuildWork.class);
    }

    /** The tests taken on; the state of each is what a client would read back. */
    public Map<String, JsonObject> tests() {
        return memory().all(TestWork.class);
    }

    /** Lets the device of a test boot now: its state is {@code running}. */
    public void begin(String uid) {
        memory().get(TestWork.class, uid).begin();
    }

    /** Callbacks that were answered, with whatever status, since the stand-in was last cleared. */
    public int callbacks() {
        return memory().answeredCallbacks();
    }

    /** Calls back once more, or for a silent stand-in for the first time; the HTTP status, 0 where nobody answers. */
    public int sendCallback(String uid) {
        Workshop now = memory();
        return now.call(now.get(Work.class, uid));
    }

    /** Ends the build, again if need be, and calls back. */
    public int sendCallback(String uid, BuildOutcome outcome) {
        memory().get(BuildWork.class, uid).finish(outcome);
        return sendCallback(uid);
    }

    /** Ends the test, again if need be, and calls back. */
    public int sendCallback(String uid, TuxRun run) {
        memory().get(TestWork.class, uid).finish(run);
        return sendCallback(uid);
    }

    /** What a callback for this build or test says at the moment. */
    public JsonObject payload(String uid) {
        Workshop now = memory();
        return now.payload(now.get(Work.class, uid));
    }

    /** The signature TuxSuite would put on these bytes. */
    public String sign(byte[] payload) {
        return key.sign(payload);
    }

    /** No callback for anything ordered before arrives any more: those under way are waited for. */
    @Override
    public void clear() {
        renew(workshop()).end();
    }

    @Override
    public void close() {
        memory().abandon();
        super.close();
    }

    @Override
    Answer answer(Request request, Workshop workshop) {
        return endpoint.answer(request, workshop);
    }

    private Workshop workshop() {
        return new Workshop(project, url(), script, sender);
    }
}
