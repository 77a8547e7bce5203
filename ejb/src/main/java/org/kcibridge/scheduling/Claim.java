package org.kcibridge.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.kcibridge.identity.Sha256;

/**
 * Work that a job does, or has done. The primary key is what makes a hundred equal requests one job. A build's claim goes
 * when its job ends, so that the same branch can be built again tomorrow; a test's stays once its result is reported, as a
 * build does not change and one answer is enough.
 */
@Entity
@Table(name = "claim")
public class Claim {

    @Id
    private String work;

    @Column(name = "job_id")
    private UUID jobId;

    protected Claim() {
        // for JPA; rows are made by Claims
    }

    public UUID jobId() {
        return jobId;
    }

    /** Names a build by all that was asked for and the name it is reported under. */
    static String workOf(BuildRequest request, String origin) {
        return "build:" + Sha256.hex(origin + " " + BuildRequestJson.write(request));
    }

    /** Names one test of a build on a device. Only the build's id may have blanks in it, so it comes last. */
    static String workOf(TestRequest request, String test) {
        return "test:%s %s %s".formatted(test, request.device(), request.buildId());
    }
}
