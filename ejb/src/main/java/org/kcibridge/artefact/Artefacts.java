package org.kcibridge.artefact;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kcibridge.identity.Sha256;
import org.kcibridge.settings.BridgeSettings;

/** The artefacts, in the database. Stored in the caller's transaction, so that there is one if, and only if, it is reported. */
@Stateless
public class Artefacts {

    /** More than fits into any request. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    @PersistenceContext
    EntityManager entities;

    @Inject
    BridgeSettings settings;

    /**
     * Keeps a file, unless it is there already.
     *
     * @return what it is known by: the digest of what it holds
     */
    public String store(String contentType, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new IllegalArgumentException("an artefact has at most %,d bytes".formatted(MOST_BYTES));
        }
        String sha256 = Sha256.hex(content);
        int isNew = entities.createNativeQuery(
                        """
                        insert into artefact (sha256, content_type, bytes) values (:sha256, :type, :bytes)
                        on conflict do nothing""")
                .setParameter("sha256", sha256)
                .setParameter("type", contentType)
                .setParameter("bytes", content.length)
                .executeUpdate();
        for (int from = 0; isNew == 1 && from < content.length; from += Artefact.PART) {
            entities.createNativeQuery("insert into artefact_part values (:sha256, :part, :content)")
                    .setParameter("sha256", sha256)
                    .setParameter("part", from / Artefact.PART)
                    .setParameter(
                            "content",
                            Arrays.copyOfRange(content, from, Math.min(content.length, from + Artefact.PART)))
                    .executeUpdate();
        }
        return sha256;
    }

    /** Where anybody can read it, for as long as it is kept. */
    public String url(String sha256) {
        return settings.publicUrl() + "/api/v1/artefacts/" + sha256;
    }

    /** Notes that an artefact belongs to tests. */
    public void attach(String sha256, Collection<String> tests) {
        entities.createNativeQuery(
                        """
                        insert into artefact_of_test select unnest(cast(:tests as text[])), :sha256
                        on conflict do nothing""")
                .setParameter("tests", tests.toArray(String[]::new))
                .setParameter("sha256", sha256)
                .executeUpdate();
    }

    public Optional<Artefact> find(String sha256) {
        return Optional.ofNullable(entities.find(Artefact.class, sha256));
    }

    /** A part of it, counted from 0. Nobody has to hold a connection while a slow reader takes his time. */
    public Optional<byte[]> part(String sha256, int part) {
        return entities.createNativeQuery(
                        "select content from artefact_part where sha256 = :sha256 and part = :part", byte[].class)
                .setParameter("sha256", sha256)
                .setParameter("part", part)
                .getResultStream()
                .map(byte[].class::cast)
                .findFirst();
    }

    /**
     * Forgets an artefact for good, because something is in it that should not have been published.
     *
     * @return whether it was there
     */
    public boolean delete(String sha256) {
        return entities.createQuery("delete from Artefact a where a.sha256 = :sha256")
                        .setParameter("sha256", sha256)
                        .executeUpdate()
                == 1;
    }

    /** Those that have these digests, in any order. */
    public List<Artefact> all(List<String> digests) {
        return entities.createQuery("select a from Artefact a where a.sha256 in :keys", Artefact.class)
                .setParameter("keys", digests)
                .getResultList();
    }
}
