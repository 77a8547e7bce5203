package org.kcibridge.runner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The runners there are, by code. A new one is a bean that implements {@link Runner}; nothing else changes. */
@ApplicationScoped
public class RunnerCatalog {

    private final Map<String, Runner> runners = new TreeMap<>();

    protected RunnerCatalog() {
        // for the container's proxy
    }

    @Inject
    public RunnerCatalog(Instance<Runner> known) {
        this((Iterable<Runner>) known);
    }

    RunnerCatalog(Iterable<Runner> known) {
        known.forEach(runner -> runners.put(runner.code(), runner));
    }

    /** The runner of a job or a callback, configured or not. @throws UnknownRunner when there is none of that name */
    public Runner get(String code) {
        return Optional.ofNullable(runners.get(code)).orElseThrow(() -> unknown(code));
    }

    /** @throws UnknownRunner when such work cannot be ordered from a runner of that name */
    public void requireOffer(String code, News.Subject subject) {
        Runner runner = get(code);
        if (!runner.isThere()) {
            throw unknown(code);
        }
        if (!runner.offers(subject)) {
            throw UnknownRunner.without(subject, code, configured(other -> other.offers(subject)));
        }
    }

    private UnknownRunner unknown(String code) {
        return UnknownRunner.called(code, configured(any -> true));
    }

    private List<String> configured(Predicate<Runner> condition) {
        return runners.values().stream()
                .filter(Runner::isThere)
                .filter(condition)
                .map(Runner::code)
                .toList();
    }
}
