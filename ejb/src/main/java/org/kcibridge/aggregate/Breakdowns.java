package org.kcibridge.aggregate;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;

/** How builds and tests of a checkout, or tests of a build, went, by what they have in common. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Breakdowns {

    /** What builds have in common. */
    public enum OfBuilds {
        ARCHITECTURE("b.architecture"),
        COMPILER("b.compiler"),
        CONFIGURATION("b.config_name");

        private final String sql;

        OfBuilds(String sql) {
            this.sql = sql;
        }
    }

    /** What tests have in common. */
    public enum OfTests {
        PATH("t.path"),
        PLATFORM("aggregate.platform_of(t.environment)");

        private final String sql;

        OfTests(String sql) {
            this.sql = sql;
        }
    }

    @PersistenceContext
    EntityManager entities;

    public List<Breakdown> builds(String checkout, OfBuilds by) {
        return read(
                "%s, coalesce(b.status, 'NONE'), count(*) from builds b where b.checkout_id = :id".formatted(by.sql),
                checkout);
    }

    public List<Breakdown> tests(String checkout, OfTests by) {
        return read(
                "%s, coalesce(t.status, 'NONE'), count(*) from builds b join tests t on t.build_id = b.id where b.checkout_id = :id"
                        .formatted(by.sql),
                checkout);
    }

    public List<Breakdown> testsOfBuild(String build, OfTests by) {
        return read(
                "%s, coalesce(t.status, 'NONE'), count(*) from tests t where t.build_id = :id".formatted(by.sql),
                build);
    }

    private List<Breakdown> read(String counted, String id) {
        List<Breakdown> all = new ArrayList<>();
        for (Object found : entities.createNativeQuery(
                        "select " + counted + " group by 1, 2 order by 1, 2", Tuple.class)
                .setParameter("id", id)
                .getResultList()) {
            Tuple row = (Tuple) found;
            String name = row.get(0, String.class);
            all.add(new Breakdown(name == null ? "" : name, row.get(1, String.class), row.get(2, Long.class)));
        }
        return all;
    }
}
