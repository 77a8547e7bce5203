package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import org.kcibridge.runner.BuildOrder;
import org.kcibridge.runner.ReturnAddress;
import org.kcibridge.runner.TestOrder;

/** Orders in the words of TuxSuite's public client. */
final class OrderJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** The configuration TuxSuite begins with when a client names fragments only. */
    private static final String PLAIN_CONFIG = "defconfig";

    private OrderJson() {}

    static JsonObject of(BuildOrder order, ReturnAddress address) {
        JsonArrayBuilder kconfig =
                JSON.createArrayBuilder().add(order.kconfig() == null ? PLAIN_CONFIG : order.kconfig());
        order.fragments().forEach(kconfig::add);
        JsonObjectBuilder variables = JSON.createObjectBuilder();
        order.makeVariables().forEach(variables::add);
        JsonObjectBuilder entry = addressed(address)
                .add("client_token", order.job().toString())
                .add("git_repo", order.repository())
                .add("target_arch", order.architecture())
                .add("toolchain", order.toolchain())
                .add("kconfig", kconfig)
                .add("environment", JSON.createObjectBuilder())
                .add("targets", JSON.createArrayBuilder(order.targets()))
                .add("make_variables", variables);
        // TuxSuite takes exactly one of the two.
        if (order.commit() == null) {
            entry.add("git_ref", order.branch());
        } else {
            entry.add("git_sha", order.commit());
        }
        return entry.build();
    }

    /** A test has no client token; only its return address names our job. What it boots is told by the device. */
    static JsonObject of(TestOrder order, ReturnAddress address) {
        JsonObjectBuilder test = addressed(address)
                .add("device", order.device())
                .add("kernel", order.kernel().toString());
        order.modules().ifPresent(modules -> test.add("modules", modules.toString()));
        if (!order.tests().isEmpty()) {
            test.add("tests", JSON.createArrayBuilder(order.tests()));
        }
        return test.build();
    }

    private static JsonObjectBuilder addressed(ReturnAddress address) {
        return JSON.createObjectBuilder()
                .add("is_public", true)
                .add("callback", address.url().toString())
                .add("callback_headers", JSON.createObjectBuilder().add(address.header(), address.secret()));
    }
}
