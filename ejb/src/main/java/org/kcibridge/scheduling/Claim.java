package org.kcibridge.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.kcibridge.identity.Sha256;

/**
 * Work that is under way, and the job that does it. The primary key is what makes a hundred equal requests one job; the
 * claim goes when the job ends, so that the same branch can be built again tomorrow.
 */
@Entity
@Table(name = "claim")
public class Claim {

    @Id
    private String work;

    @Column(name = "job_id")
    private UUID jobId;

    protected Claim() {
        // for JPA
    }

    public UUID jobId() {
        return jobId;
    }

    /** Names a build by all that was asked for and the name it is reported under. */
    static String workOf(BuildRequest request, String origin) {
        return "build:" + Sha256.hex(origin + " " + BuildRequestJson.write(request));
    }
}
