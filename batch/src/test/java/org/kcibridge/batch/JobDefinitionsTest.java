package org.kcibridge.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A definition that cannot be read is only logged by the server, and its job is missing then. */
@UnitTest
class JobDefinitionsTest {

    private static final Pattern PARAMETER = Pattern.compile("jobParameters\\['(\\w+)'\\]");

    /** The console lists jobs by their id, and starts them by the name of their file. */
    @Test
    void areThoseOfAllJobsAndAreNamedLikeThem() throws Exception {
        Map<String, String> ids = new TreeMap<>();
        for (Path file : definitions()) {
            ids.put(
                    file.getFileName().toString().replace(".xml", ""),
                    parse(file).getDocumentElement().getAttribute("id"));
        }

        assertThat(ids.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(BatchJob.values()).map(BatchJob::key).toList());
        assertThat(ids).allSatisfy((file, id) -> assertThat(id).isEqualTo(file));
    }

    @Test
    void useTheParametersThatAreDescribedAndNoOthers() throws Exception {
        for (Path file : definitions()) {
            TreeSet<String> used = new TreeSet<>();
            PARAMETER.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));

            BatchJob job = BatchJob.of(file.getFileName().toString().replace(".xml", ""))
                    .orElseThrow();
            assertThat(used)
                    .as(job.key())
                    .containsExactlyInAnyOrderElementsOf(
                            job.parameters().stream().map(BatchParameter::name).toList());
        }
    }

    /** Whoever is not watched neither has its parameters checked nor says what it did. */
    @Test
    void areAllWatched() throws Exception {
        for (Path file : definitions()) {
            assertThat(Files.readString(file)).as(file.toString()).contains("<listener ref=\"watch\"/>");
        }
    }

    private static List<Path> definitions() throws IOException, URISyntaxException {
        Path folder = Path.of(
                JobDefinitionsTest.class.getResource("/META-INF/batch-jobs").toURI());
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml")).toList();
        }
    }

    private static Document parse(Path file) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }
}
