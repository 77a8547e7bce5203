package org.kcibridge.it.container;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.kcibridge.it.live.LiveServer;

/**
 * Deploys {@link BridgeArchive} once for all classes of a run; Arquillian's own way is once for each, at some three seconds
 * a time.
 */
public class SharedDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Once.class);
    }

    /** Lets the first class deploy, and gives the others what came of it. */
    public static class Once {

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> scenario;

        @Inject
        private Event<GenerateDeployment> generate;

        private DeploymentScenario kept;
        private boolean generating;
        private boolean deployed;
        private RuntimeException failure;

        public void generate(@Observes EventContext<GenerateDeployment> event) {
            if (generating) {
                event.proceed();
                return;
            }
            if (LiveServer.isGiven()) {
                scenario.set(new DeploymentScenario());
                return;
            }
            if (kept == null) {
                generating = true;
                try {
                    generate.fire(new GenerateDeployment(new TestClass(BridgeArchive.class)));
                } finally {
                    generating = false;
                }
                kept = scenario.get();
            }
            scenario.set(kept);
        }

        public void deploy(@Observes EventContext<DeployManagedDeployments> event) {
            if (failure != null) {
                throw failure;
            }
            if (!deployed) {
                deployed = true;
                try {
                    event.proceed();
                } catch (Exception broken) {
                    // The classes after this one have to hear the same reason, not a consequence of it.
                    failure = new IllegalStateException("the bridge could not be deployed", broken);
                    throw failure;
                }
            }
        }

        public void undeploy(@Observes EventContext<UnDeployManagedDeployments> event) {
            // It stays for the next class; the server is stopped at the end of the run.
        }
    }
}
