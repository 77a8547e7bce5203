package org.kcibridge.it.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The one deployment of a run: the EAR as it was built, and beside its parts a WAR with the test classes that run inside.
 * The EAR is isolated, so the WAR is told what it may see.
 */
public class BridgeArchive {

    private static final String TEST_MODULE =
            """
                <module>
                    <web>
                        <web-uri>test.war</web-uri>
                        <context-root>/arquillian</context-root>
                    </web>
                </module>
            """;

    private static final String TEST_VIEW =
            """
                <sub-deployment name="test.war">
                    <dependencies>
                        <module name="deployment.kci-bridge.ear.ejb.jar"/>
                        <module name="deployment.kci-bridge.ear.batch.jar"/>
                    </dependencies>
                </sub-deployment>
            """;

    @Deployment
    public static EnterpriseArchive bridge() {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "kci-bridge.ear")
                .importFrom(new File(System.getProperty("bridge.ear")))
                .as(EnterpriseArchive.class);
        insert(ear, "META-INF/application.xml", "<library-directory>", TEST_MODULE);
        insert(ear, "META-INF/jboss-deployment-structure.xml", "</jboss-deployment-structure>", TEST_VIEW);
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "test.war")
                .addPackages(true, "org.kcibridge.it.inside")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        return ear.addAsModule(Testable.archiveToTest(tests));
    }

    private static void insert(EnterpriseArchive ear, String path, String before, String text) {
        try (InputStream content = ear.get(path).getAsset().openStream()) {
            String original = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            if (!original.contains(before)) {
                throw new IllegalStateException(path + " has no " + before);
            }
            ear.delete(path);
            ear.add(new StringAsset(original.replace(before, text + before)), path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
