package org.kcibridge.migration;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema up to date before Hibernate validates it. An integrator is the one place that comes early
 * enough: start-up beans run only after the persistence unit, which would refuse an empty database. Nodes that
 * start together wait for each other on Flyway's own lock.
 */
public class MigrationIntegrator implements Integrator {

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        var connections = sessionFactory.getServiceRegistry().requireService(ConnectionProvider.class);
        Flyway.configure(getClass().getClassLoader())
                .dataSource(connections.unwrap(DataSource.class))
                .locations("classpath:org/kcibridge/migration")
                .load()
                .migrate();
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
        // Nothing was kept.
    }
}
