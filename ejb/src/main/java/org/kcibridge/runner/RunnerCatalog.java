package org.kcibridge.runner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/** The runners there are, by code. A new one is a bean that implements {@link Runner}; nothing else changes. */
@ApplicationScoped
public class RunnerCatalog {

    private final Map<String, Runner> runners = new TreeMap<>();

    protected RunnerCatalog() {
        // for the container's proxy
    }

    @Inject
    public RunnerCatalog(Instance<Runner> known) {
        known.stream().filter(Runner::isThere).forEach(runner -> runners.put(runner.code(), runner));
    }

    /** @throws UnknownRunner when there is none of that name */
    public Runner get(String code) {
        Runner runner = runners.get(code);
        if (runner == null) {
            throw new UnknownRunner(code, runners.keySet());
        }
        return runner;
    }
}
