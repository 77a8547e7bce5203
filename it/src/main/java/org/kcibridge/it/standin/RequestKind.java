package org.kcibridge.it.standin;

import java.util.regex.Pattern;

/**
 * What is asked, apart from by whom and about what.
 *
 * @param method {@code POST}, {@code GET|HEAD} or the like, a regular expression
 * @param path a regular expression for the end of the path, such as {@code /tests/[^/]+/results}
 */
record RequestKind(String method, String path) {

    boolean matches(Request request) {
        return request.method().matches(method)
                && Pattern.compile("(?:" + path + ")$").matcher(request.path()).find();
    }
}
