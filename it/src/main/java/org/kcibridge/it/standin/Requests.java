package org.kcibridge.it.standin;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Predicate;

/** Requests in the order in which they arrived, for tests to pick from. */
public final class Requests extends AbstractList<Request> {

    private final List<Request> list;

    Requests(List<Request> list) {
        this.list = List.copyOf(list);
    }

    /** Those with this method to such a path, whose end the regular expression matches: {@code "POST", "/tests"}. */
    public Requests to(String method, String path) {
        return that(new RequestKind(method, path)::matches);
    }

    public Requests that(Predicate<Request> condition) {
        return new Requests(list.stream().filter(condition).toList());
    }

    /** The one request there is. */
    public Request only() {
        if (list.size() != 1) {
            throw new AssertionError("there is not one request, but " + list);
        }
        return list.get(0);
    }

    /** The newest. */
    public Request last() {
        if (list.isEmpty()) {
            throw new AssertionError("there was no such request");
        }
        return list.get(list.size() - 1);
    }

    @Override
    public Request get(int index) {
        return list.get(index);
    }

    @Override
    public int size() {
        return list.size();
    }
}
