package org.kcibridge.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.submission.kcidb.KcidbSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the files of a dataset and tells all of its mistakes at once: first those of form, then references to what is not
 * there, at last what KCIDB would refuse.
 */
final class DatasetReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final KcidbSchema KCIDB = KcidbSchema.forTaking();

    private final String name;
    private final DatasetFolder folder;
    private final List<String> faults = new ArrayList<>();

    DatasetReader(String name, DatasetFolder folder) {
        this.name = name;
        this.folder = folder;
    }

    /** @throws MalformedDataset naming file, id and field of each mistake */
    Dataset read() {
        ObjectNode files = files();
        faults.addAll(new DatasetSchema(files).faults());
        complain();
        DatasetContent content = new DatasetContent(files);
        faults.addAll(new References(content).faults());
        complain();
        Dataset dataset = content.dataset(name);
        faults.addAll(refusals(dataset));
        complain();
        return dataset;
    }

    private void complain() {
        if (!faults.isEmpty()) {
            throw new MalformedDataset(name, faults);
        }
    }

    private ObjectNode files() {
        ObjectNode files = YAML.createObjectNode();
        for (Fixtures which : Fixtures.values()) {
            content(which).ifPresent(content -> files.set(which.key(), content));
        }
        complain();
        return files;
    }

    private Optional<JsonNode> content(Fixtures which) {
        try (InputStream file = folder.open(which.file()).orElse(null)) {
            if (file == null) {
                faults.add(which.file() + ": is missing");
                return Optional.empty();
            }
            return Optional.of(YAML.readTree(file));
        } catch (JacksonException unreadable) {
            faults.add("%s: line %d: %s"
                    .formatted(
                            which.file(),
                            unreadable.getLocation() == null
                                    ? 0
                                    : unreadable.getLocation().getLineNr(),
                            unreadable.getOriginalMessage().lines().findFirst().orElse("is not YAML")));
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(which.file() + " cannot be read", broken);
        }
    }

    /** What KCIDB would say to the dataset as it is, each once. */
    private static List<String> refusals(Dataset dataset) {
        World world = new World(dataset, new Plan(dataset.name(), 0, 0, 1, 0, Instant.parse("2026-01-01T00:00:00Z")));
        Report.Builder report = Report.builder();
        for (Kind kind : Kind.values()) {
            for (long index = 0; index < world.count(kind); index++) {
                report.add(kind, world.object(kind, index));
            }
        }
        Report all = report.build();
        return KCIDB.violations(all.toJson().toString()).stream()
                .map(violation -> Refusals.line(violation, all))
                .toList();
    }
}
