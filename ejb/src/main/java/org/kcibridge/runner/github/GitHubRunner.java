package org.kcibridge.runner.github;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.identity.TimeOrderedId;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.report.Status;
import org.kcibridge.results.CaseResult;
import org.kcibridge.results.Platform;
import org.kcibridge.results.TestObjects;
import org.kcibridge.results.TestRun;
import org.kcibridge.runner.Assignment;
import org.kcibridge.runner.Evidence;
import org.kcibridge.runner.News;
import org.kcibridge.runner.Order;
import org.kcibridge.runner.ReturnAddress;
import org.kcibridge.runner.Runner;
import org.kcibridge.runner.RunnerRefused;
import org.kcibridge.runner.TestOrder;
import org.kcibridge.runner.UnreadableCallback;
import org.kcibridge.runner.Verdict;

/**
 * GitHub Actions as a runner of tests. A dispatch is answered without an id, so the job's own goes along as an input, and the
 * workflow puts it into the run's name. It calls nobody back: it hands its results in under that id.
 */
@ApplicationScoped
public class GitHubRunner implements Runner {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String CODE = "github";
    private static final String JOB = "job";
    private static final int MOST_PAGES = 10;

    /** The clocks of GitHub and of the database need not agree. */
    private static final Duration BEFORE = Duration.ofMinutes(10);

    @Inject
    GitHubClient client;

    @Inject
    GitHubSettings settings;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public boolean isThere() {
        return settings.workflow().isPresent();
    }

    @Override
    public boolean offers(News.Subject subject) {
        return subject == News.Subject.TEST;
    }

    @Override
    public boolean handsResultsIn() {
        return true;
    }

    @Override
    public String order(Order order, ReturnAddress address) {
        client.dispatch(inputs(test(order), address));
        return order.job().toString();
    }

    private static TestOrder test(Order order) {
        if (order instanceof TestOrder test) {
            return test;
        }
        throw new RunnerRefused("the runner github boots and tests kernels, and builds none");
    }

    /** Workflows take ten inputs, and texts only. */
    private static JsonObject inputs(TestOrder order, ReturnAddress address) {
        URI bridge = address.url().resolve("/");
        return JSON.createObjectBuilder()
                .add(JOB, order.job().toString())
                .add("bridge", bridge.toString().replaceAll("/$", ""))
                .add("build_id", order.buildId())
                .add("architecture", order.architecture())
                .add("device", order.device())
                .add("kernel_image_url", order.kernel().toString())
                .add("modules_url", order.modules().map(URI::toString).orElse(""))
                .add("tests", String.join(" ", order.tests()))
                .add("collection", order.collection())
                .build();
    }

    @Override
    public byte[] ask(Order order, String uid) {
        JsonObject news = JSON.createObjectBuilder()
                .add(JOB, order.job().toString())
                .add("run", find(order.job()).toJson())
                .build();
        return news.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void cancel(Order order, String uid) {
        client.cancel(find(order.job()).id());
    }

    private WorkflowRun find(UUID job) {
        Instant since = TimeOrderedId.timeOf(job).minus(BEFORE);
        for (int page = 1; page <= MOST_PAGES; page++) {
            List<WorkflowRun> runs = client.runs(since, page);
            Optional<WorkflowRun> found = runs.stream()
                    .filter(run -> run.title().contains(job.toString()))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (runs.isEmpty()) {
                break;
            }
        }
        throw new RunnerRefused("GitHub knows no run whose name has the job in it");
    }

    /** It calls nobody back. */
    @Override
    public Optional<Boolean> signed(byte[] body, String signature) {
        return Optional.empty();
    }

    @Override
    public News read(byte[] body) {
        try (var reader = JSON.createReader(new ByteArrayInputStream(body))) {
            JsonObject news = reader.readObject();
            UUID job = UUID.fromString(news.getString(JOB));
            return new News(
                    News.Subject.TEST, "run", Optional.of(job.toString()), Optional.of(job), news.getJsonObject("run"));
        } catch (JsonException | NullPointerException | ClassCastException | IllegalArgumentException strange) {
            throw new UnreadableCallback("it is no account of a run");
        }
    }

    @Override
    public Evidence gather(News news, Assignment assignment) {
        return Evidence.NONE;
    }

    /** A run that is over has handed in what it had: whatever is still asked about never came. */
    @Override
    public Verdict judge(News news, Assignment assignment, Evidence evidence) {
        String conclusion = news.status().getString("conclusion", "");
        if (!news.status().getString("status", "").equals("completed")) {
            return new Verdict.TooEarly("the run is not over");
        }
        return new Verdict.Final(missing(assignment, "the run ended (%s) and handed nothing in".formatted(conclusion)));
    }

    @Override
    public Report lost(Assignment assignment) {
        return missing(assignment, "GitHub told of no result in time");
    }

    private static Report missing(Assignment assignment, String reason) {
        TestOrder order = (TestOrder) assignment.order();
        TestRun run = new TestRun(
                assignment.origin(),
                CODE + ":" + order.job(),
                order.buildId(),
                assignment.requestedAt().atOffset(ZoneOffset.UTC),
                Platform.named(order.device()),
                CODE,
                Optional.empty(),
                JsonValue.EMPTY_JSON_ARRAY,
                JsonValue.EMPTY_JSON_ARRAY,
                new KcidbObject().put("collection", order.collection()).build());
        List<String> suites = new ArrayList<>(List.of("boot"));
        suites.addAll(order.tests());
        Report.Builder report = Report.builder();
        TestObjects.of(
                        run,
                        suites.stream()
                                .map(suite -> CaseResult.of(suite, Status.MISS).commented(reason))
                                .toList())
                .forEach(test -> report.add(Kind.TESTS, test));
        return report.build();
    }
}
