/**
 * TuxSuite and KCIDB on loopback, for the sandbox and for tests: they speak the real wire formats, behave unless told
 * otherwise, and can fail in every way in which services and networks fail. This is the guide for those who write tests.
 *
 * <h2>What shall happen</h2>
 *
 * <pre>{@code
 * tuxSuite.script().nextBuilds(BuildOutcome.fail());
 * tuxSuite.script().nextRuns(
 *         TuxRun.of("ltp-smoke").passed("access01").failed("chmod01", "chmod01.c:54: TFAIL: mode is 0644"),
 *         TuxRun.bootFailed("Kernel panic - not syncing: no init"));
 * tuxSuite.sendCallback(uid, TuxRun.passing());                         // now, and as often as you like
 * kcidb.script().failNext(1);                                           // accepted, but the ingester fails
 * }</pre>
 *
 * <p>Without being told, whatever is ordered passes at once and is called back, and every document is processed.
 *
 * <h2>What shall go wrong</h2>
 *
 * <table>
 * <caption>The same for both services</caption>
 * <tr><th>fault</th><th>words</th></tr>
 * <tr><td>refuses, in its own shape</td><td>{@code script().refuseNext(400, "no such toolchain")}</td></tr>
 * <tr><td>answers something else, and does nothing</td><td>{@code script().answerNext(Answer.unavailable(ofSeconds(7)))},
 *     {@code tooMany}, {@code text(200, "<html>")}, {@code garbage()}, {@code reset()}, {@code hangUp()}</td></tr>
 * <tr><td>does it, and spoils the answer</td><td>{@code script().spoilNext(Answer::truncated)},
 *     {@code answer -> answer.after(ofSeconds(20))}, {@code answer -> answer.trickled(ofMillis(50))},
 *     {@code answer -> Answer.reset()}</td></tr>
 * <tr><td>knows no token for a while</td><td>{@code script().deny(401)} … {@code script().admit()}</td></tr>
 * <tr><td>is down for a while</td><td>{@code tuxSuite.down()} … {@code tuxSuite.up()}, on the same port</td></tr>
 * </table>
 *
 * <p>These are about orders and documents. Anything else is named first: {@code script().on("GET", "/status")},
 * {@code onStatus()}, {@code onDownload("logs.txt")}; then {@code answerNext}, {@code answerAll}, {@code spoilNext},
 * {@code spoilAll}, with {@code Answer.empty(404)}, {@code oversized(1L << 40)}, {@code endless()},
 * {@code redirect(elsewhere)} or {@code Answer::gzipped}.
 *
 * <h2>What happened</h2>
 *
 * <pre>{@code
 * tuxSuite.awaitRequest("POST", "/tests").json();                       // waits for it
 * assertThat(tuxSuite.requests().to("GET", "/results.json")).isEmpty();
 * assertThat(tuxSuite.testOrders()).extracting(order -> order.getString("device")).containsExactly("qemu-riscv64");
 * kcidb.requireValidDocuments();
 * }</pre>
 *
 * <h2>Between tests</h2>
 *
 * <p>{@code script().reset()} forgets what shall happen and go wrong, {@code clear()} what happened: after it no callback for
 * anything of before arrives.
 */
package org.kcibridge.it.standin;
