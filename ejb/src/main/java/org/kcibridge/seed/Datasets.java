package org.kcibridge.seed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;

/** The datasets there are: the one that is shipped, and those in the folder {@code BRIDGE_DATASETS}. */
@ApplicationScoped
public class Datasets {

    private static final String SHIPPED = "kernelci";

    @Inject
    SeedSettings settings;

    /**
     * A dataset, read anew each time, for somebody may be writing at it.
     *
     * @throws SeedRefused when there is none of this name
     * @throws MalformedDataset when it has mistakes
     */
    Dataset read(String name) {
        if (settings.datasets().isPresent()) {
            Path folder = settings.datasets().get().resolve(name);
            if (Files.isDirectory(folder)) {
                return new DatasetReader(name, DatasetFolder.at(folder)).read();
            }
        }
        if (!name.equals(SHIPPED)) {
            throw new SeedRefused(
                    settings.datasets().isPresent()
                            ? "there is no dataset %s: it is neither shipped nor in BRIDGE_DATASETS".formatted(name)
                            : "there is no dataset %s: only %s is shipped, and BRIDGE_DATASETS names no folder"
                                    .formatted(name, SHIPPED));
        }
        return new DatasetReader(name, DatasetFolder.shipped(name)).read();
    }
}
