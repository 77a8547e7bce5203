package org.kcibridge.it.counts;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.kcibridge.it.container.ApiClient;
import org.kcibridge.it.standin.TuxSuiteStandIn;

/**
 * What TuxSuite calls back about a build that has passed.
 *
 * @param job the one that ordered it
 * @param signature over the body
 */
record BuildCallback(String job, String body, String signature) {

    private static final String PASSED =
            """
            {"kind":"build","status":{"uid":"%s","state":"finished","build_status":"pass","result":"pass",
             "git_repo":"https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git","git_ref":"master",
             "git_sha":"0123456789abcdef0123456789abcdef01234567","target_arch":"riscv","toolchain":"gcc-14",
             "kconfig":["defconfig"],"download_url":"https://storage.example.org/b/","duration":12}}""";

    /** @param uid TuxSuite's id of the build */
    static BuildCallback of(TuxSuiteStandIn tuxSuite, String job, String uid) {
        String body = PASSED.formatted(uid);
        return new BuildCallback(job, body, tuxSuite.sign(body.getBytes(UTF_8)));
    }

    /** Posts it as TuxSuite does, which has no token. @return the answer's status */
    int post(ApiClient api) {
        return api.with(null)
                .post("/tuxsuite/callback/build?job=" + job, body, "x-tux-payload-signature", signature)
                .status();
    }
}
