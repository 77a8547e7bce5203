package org.kcibridge.it.contract;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.kcibridge.it.builders.Given;
import org.kcibridge.it.builders.RowBuilder;
import org.kcibridge.it.builders.UniqueId;
import org.kcibridge.it.container.Authorization;

/**
 * Somebody who cannot prove who he is.
 *
 * @param name what is wrong with him
 * @param authorization his header, made among the rows of a test; {@code null} for none
 */
record Stranger(String name, Function<Given, String> authorization) {

    private static final String LONG_AGO = "2026-01-01T00:00:00+00:00";

    static List<Stranger> all() {
        return List.of(
                new Stranger("nobody", given -> null),
                new Stranger("a token without a scheme", given -> valid(given)),
                new Stranger("a scheme without a token", given -> "Bearer "),
                new Stranger("a scheme we do not know", given -> "Digest " + valid(given)),
                new Stranger("two tokens", given -> Authorization.bearer(valid(given) + " " + valid(given))),
                new Stranger(
                        "a token in the wrong case",
                        given -> Authorization.bearer(valid(given).toUpperCase(Locale.ROOT))),
                new Stranger("no Base64", given -> "Basic ci:" + valid(given)),
                new Stranger("an unknown token", given -> Authorization.bearer(UniqueId.of("kcib"))),
                new Stranger("an unknown password", given -> Authorization.basic(UniqueId.of("kcib"))),
                new Stranger("an expired token", given -> Authorization.bearer(token(given, "expires_at"))),
                new Stranger("an expired password", given -> Authorization.basic(token(given, "expires_at"))),
                new Stranger("a revoked token", given -> Authorization.bearer(token(given, "revoked_at"))),
                new Stranger("a revoked password", given -> Authorization.basic(token(given, "revoked_at"))));
    }

    @Override
    public String toString() {
        return name;
    }

    private static String valid(Given given) {
        return token(given, null);
    }

    private static String token(Given given, String ended) {
        String text = UniqueId.of("kcib");
        RowBuilder token = given.token("operator", text);
        (ended == null ? token : token.with(ended, LONG_AGO)).create();
        return text;
    }
}
