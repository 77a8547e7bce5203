package org.kcibridge.it.standin;

import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a stand-in answers, from its own rules or by a test's order, and in which manner: complete and at once, or spoilt in
 * one of the ways in which networks and servers spoil answers.
 */
public final class Answer {

    /** How an answer comes to its end. */
    enum Manner {
        /** All of it is sent, and the connection may be used on. */
        COMPLETE,
        /** Less is sent than the head promises, and the connection ends. */
        TRUNCATED,
        /** Bytes that are no HTTP, and the connection ends. */
        NONSENSE,
        /** The connection ends without a word, in an orderly way (FIN). */
        HUNG_UP,
        /** The connection breaks without a word (RST). */
        RESET
    }

    private final int status;
    private final Map<String, String> headers;
    private final Body body;
    private final Manner manner;
    private final Duration delay;
    private final Duration pause;

    private Answer(int status, Map<String, String> headers, Body body, Manner manner, Duration delay, Duration pause) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.manner = manner;
        this.delay = delay;
        this.pause = pause;
    }

    private static Answer of(int status, Map<String, String> headers, Body body) {
        return new Answer(status, headers, body, Manner.COMPLETE, Duration.ZERO, Duration.ZERO);
    }

    public static Answer json(int status, JsonValue body) {
        return of(status, Map.of("Content-Type", "application/json"), bytes(body.toString()));
    }

    public static Answer text(int status, String body) {
        return of(status, Map.of("Content-Type", "text/plain; charset=utf-8"), bytes(body));
    }

    public static Answer empty(int status) {
        return of(status, Map.of(), Body.EMPTY);
    }

    /** A file as a store of files gives it out. */
    static Answer file(String contentType, Body body) {
        return of(200, Map.of("Content-Type", contentType), body);
    }

    /** A 503 that names the time to come back, in whole seconds as HTTP wants it. */
    public static Answer unavailable(Duration retryAfter) {
        return text(503, "Service Unavailable").with("Retry-After", Long.toString(retryAfter.toSeconds()));
    }

    /** A 429 that names the time to come back. */
    public static Answer tooMany(Duration retryAfter) {
        return text(429, "Too Many Requests").with("Retry-After", Long.toString(retryAfter.toSeconds()));
    }

    public static Answer redirect(URI elsewhere) {
        return empty(302).with("Location", elsewhere.toString());
    }

    /** A file of so many bytes, which it says beforehand. */
    public static Answer oversized(long bytes) {
        return file("application/octet-stream", Body.filler(bytes));
    }

    /** A file that never ends, and does not say so. */
    public static Answer endless() {
        return file("application/octet-stream", Body.endless());
    }

    /** Bytes that are no HTTP at all, as when something else listens on the port. */
    public static Answer garbage() {
        return of(0, Map.of(), bytes("\u0015\u0003\u0003\0\u0002\u0002(\r\n\r\n"))
                .in(Manner.NONSENSE);
    }

    /** The connection ends before the status line, as when a server stops or a proxy gives up. */
    public static Answer hangUp() {
        return empty(0).in(Manner.HUNG_UP);
    }

    /** The connection breaks before the status line, as when a server crashes or a firewall forgets. */
    public static Answer reset() {
        return empty(0).in(Manner.RESET);
    }

    public Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, manner, delay, pause);
    }

    /** The same answer, cut off in the middle of its body. */
    public Answer truncated() {
        return in(Manner.TRUNCATED);
    }

    /** The same answer, which begins only after a while. */
    public Answer after(Duration time) {
        return new Answer(status, headers, body, manner, time, pause);
    }

    /** The same answer, its body one byte at a time with a pause after each. */
    public Answer trickled(Duration afterEachByte) {
        return new Answer(status, headers, body, manner, delay, afterEachByte);
    }

    /** The same answer, compressed whether it was asked for or not. */
    public Answer gzipped() {
        return new Answer(status, headers, body.gzipped(), manner, delay, pause).with("Content-Encoding", "gzip");
    }

    private Answer in(Manner how) {
        return new Answer(status, headers, body, how, delay, pause);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    Body body() {
        return body;
    }

    Manner manner() {
        return manner;
    }

    Duration delay() {
        return delay;
    }

    Duration pause() {
        return pause;
    }

    private static Body bytes(String text) {
        return Body.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
