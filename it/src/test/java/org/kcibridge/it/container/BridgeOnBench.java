package org.kcibridge.it.container;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.kcibridge.it.live.LiveServer;

/** Makes the database of the deployed bridge the one that tests are isolated on. Comes after whoever deploys it. */
final class BridgeOnBench implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!LiveServer.isGiven()) {
            Bench.get().bridge().isolate();
        }
    }
}
