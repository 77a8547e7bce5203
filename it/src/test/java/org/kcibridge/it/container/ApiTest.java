package org.kcibridge.it.container;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.isolation.FlushWithInitialData;
import org.kcibridge.it.live.LiveServer;

/**
 * What tests of a bridge over HTTP begin with, on any server: a client. With {@code test.base.url} that is the server named
 * there; such tests leave nothing behind. Otherwise it is one of the tests' own, freshly installed for each test.
 */
@ExtendWith({ArquillianExtension.class, BridgeOnBench.class})
@FlushWithInitialData
@WithBridgeWorking
@RunAsClient
public abstract class ApiTest {

    /** Has an operator's token, or whatever token was given for a live server. */
    protected final ApiClient api = LiveServer.url()
            .map(url -> new ApiClient(url, LiveServer.token()))
            .orElseGet(() -> Bench.get().api());
}
