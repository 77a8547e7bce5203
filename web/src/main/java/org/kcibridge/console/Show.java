package org.kcibridge.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How values look on pages. */
@Named
@ApplicationScoped
public class Show {

    private static final int SHORT = 12;

    private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

    /** Statuses and states by what they mean for whoever looks: good, bad, under way, or neither. */
    private static final Map<String, String> TONES = Map.ofEntries(
            Map.entry("PASS", "good"),
            Map.entry("FIXED", "good"),
            Map.entry("FINISHED", "good"),
            Map.entry("CONFIRMED", "good"),
            Map.entry("PROCESSED", "good"),
            Map.entry("APPLIED", "good"),
            Map.entry("IMPORTED", "good"),
            Map.entry("COMPLETED", "good"),
            Map.entry("REACHABLE", "good"),
            Map.entry("FAIL", "bad"),
            Map.entry("REGRESSION", "bad"),
            Map.entry("REJECTED", "bad"),
            Map.entry("LOST", "bad"),
            Map.entry("DEAD", "bad"),
            Map.entry("FAILED", "bad"),
            Map.entry("REFUSED", "bad"),
            Map.entry("QUARANTINED", "bad"),
            Map.entry("UNAUTHORISED", "bad"),
            Map.entry("UNREACHABLE", "bad"),
            Map.entry("ERROR", "odd"),
            Map.entry("MISS", "odd"),
            Map.entry("UNSTABLE", "odd"),
            Map.entry("RETRY", "odd"),
            Map.entry("NOT_TAKEN", "odd"),
            Map.entry("PARKED", "odd"),
            Map.entry("REQUESTED", "busy"),
            Map.entry("SUBMITTED", "busy"),
            Map.entry("WAITING", "busy"),
            Map.entry("SENT", "busy"),
            Map.entry("SPOOLED", "busy"),
            Map.entry("POSTED", "busy"),
            Map.entry("RECEIVED", "busy"),
            Map.entry("FETCHING", "busy"),
            Map.entry("STARTING", "busy"),
            Map.entry("STARTED", "busy"),
            Map.entry("STOPPING", "busy"));

    /** Told apart by shape, too, for who cannot tell the colours apart. */
    private static final Map<String, String> MARKS =
            Map.of("good", "✓", "bad", "✗", "odd", "!", "busy", "…", "calm", "–");

    public String tone(String status) {
        return TONES.getOrDefault(status == null ? "" : status, "calm");
    }

    public String mark(String status) {
        return MARKS.get(tone(status));
    }

    public String words(String status) {
        if (status == null || status.isEmpty() || status.equals("NONE")) {
            return "No status";
        }
        return status.charAt(0) + status.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The parts of a bar, as shares of 100. */
    public List<Part> bar(Map<String, Object> counts) {
        List<Part> parts = new ArrayList<>();
        if (counts == null || counts.isEmpty()) {
            return parts;
        }
        add(parts, "good", "passed", number(counts, "pass"));
        add(parts, "bad", "failed", number(counts, "fail"));
        add(parts, "odd", "in error or missed", number(counts, "error") + number(counts, "miss"));
        add(parts, "calm", "skipped or done", number(counts, "skip") + number(counts, "done"));
        add(parts, "busy", "without a status", number(counts, "none"));
        long total = parts.stream().mapToLong(Part::count).sum();
        return parts.stream()
                .map(part -> new Part(part.tone(), part.words(), part.count(), 100.0 * part.count() / total))
                .toList();
    }

    private static void add(List<Part> parts, String tone, String words, long count) {
        if (count > 0) {
            parts.add(new Part(tone, words, count, 0));
        }
    }

    private static long number(Map<String, Object> counts, String status) {
        return counts.get(status) instanceof Number number ? number.longValue() : 0;
    }

    public String inWords(Map<String, Object> counts) {
        List<String> words = new ArrayList<>();
        bar(counts).forEach(part -> words.add(part.count() + " " + part.words()));
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    /** As much of a hash or an id as people tell it by. */
    public String brief(String id) {
        return id == null || id.length() <= SHORT ? id : id.substring(0, SHORT);
    }

    /** Where a link leads that others have written: the web only, as other schemes could run a script. */
    public String link(String url) {
        return url != null && WEB.matcher(url).lookingAt() ? url : null;
    }

    /** For addresses. */
    public String encoded(Object value) {
        return value == null ? "" : URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    public String json(Object value) {
        return value == null ? "" : Json.text(value);
    }

    /** Seconds, as people say them. */
    public String duration(Number seconds) {
        if (seconds == null) {
            return "";
        }
        long whole = Math.round(seconds.doubleValue());
        return whole < 60
                ? whole + " s"
                : whole < 3600
                        ? "%d min %d s".formatted(whole / 60, whole % 60)
                        : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
    }

    /** A few words, as people list them. */
    public String list(Object words) {
        return words instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "";
    }

    /** Who is to blame for an issue. */
    public String culprit(Map<String, Object> culprit) {
        return culprit == null
                ? ""
                : culprit.entrySet().stream()
                        .filter(one -> Boolean.TRUE.equals(one.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "));
    }

    /** What a job was asked for, in short. */
    public String work(Map<String, Object> request) {
        return request == null
                ? ""
                : Stream.of("repository", "branch", "kconfig", "toolchain", "architecture", "device", "tests")
                        .map(request::get)
                        .filter(value -> value != null && !value.equals(List.of()))
                        .map(value -> value instanceof List<?> ? list(value) : brieflyNamed(value.toString()))
                        .collect(Collectors.joining(" "));
    }

    /** Of addresses the end, as people tell trees by it. */
    private static String brieflyNamed(String text) {
        String end = text.contains("://") ? text.substring(text.lastIndexOf('/', text.lastIndexOf('/') - 1) + 1) : text;
        return end.endsWith(".git") ? end.substring(0, end.length() - ".git".length()) : end;
    }

    /** For pages that go through them. */
    public List<Map.Entry<String, ?>> entries(Map<String, ?> map) {
        return new ArrayList<>(map.entrySet());
    }

    /** Lines of a log. */
    public List<LogLine> lines(String log) {
        List<LogLine> lines = new ArrayList<>();
        if (log != null) {
            log.lines().forEach(line -> lines.add(new LogLine(lines.size() + 1, line)));
        }
        return lines;
    }

    /** A part of a bar: how much of it, and what that says. */
    public record Part(String tone, String words, long count, double share) {

        public String getTone() {
            return tone;
        }

        public String getWords() {
            return words;
        }

        public long getCount() {
            return count;
        }

        public String getShare() {
            return String.format(Locale.ROOT, "%.2f", share);
        }
    }
}
