package org.kcibridge.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Declares;
import org.kcibridge.settings.Setting;
import org.kcibridge.settings.Settings;
import org.kcibridge.settings.Source;

/**
 * Where submissions to take lie.
 *
 * @param folder {@code BRIDGE_IMPORT_FOLDER}; only folders in it are imported
 */
@Declares(
        about = "Imports",
        value = {
            @Setting(
                    name = "BRIDGE_IMPORT_FOLDER",
                    meaning = "a folder with submissions to import; it must be writable")
        })
public record IngestSettings(Optional<Path> folder) implements Settings {

    /** @throws BadSetting when it is no folder we can write to */
    public static IngestSettings read(Source source) {
        Optional<Path> folder = source.text("BRIDGE_IMPORT_FOLDER").map(Path::of);
        if (folder.isPresent() && !(Files.isDirectory(folder.get()) && Files.isWritable(folder.get()))) {
            throw new BadSetting("BRIDGE_IMPORT_FOLDER", "is no folder that can be written to");
        }
        return new IngestSettings(folder);
    }
}
