package org.kcibridge.seed;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A dataset has mistakes. All of them are known before anything is written. */
@ApplicationException
public class MalformedDataset extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int TOLD = 5;

    private final List<String> faults;

    /** @param faults one line each: the file, the id and the field, and what is wrong with it */
    MalformedDataset(String dataset, List<String> faults) {
        super("dataset %s is wrong: %s%s"
                .formatted(
                        dataset,
                        String.join("; ", faults.subList(0, Math.min(TOLD, faults.size()))),
                        faults.size() > TOLD ? "; and %d more".formatted(faults.size() - TOLD) : ""));
        this.faults = List.copyOf(faults);
    }

    /** One line for each mistake. */
    public List<String> faults() {
        return faults;
    }
}
