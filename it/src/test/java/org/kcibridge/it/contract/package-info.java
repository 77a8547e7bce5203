/**
 * Holds the bridge to its word. {@code /openapi} is fetched once per run; every answer that a test receives through
 * {@code ApiClient} has to be one of those described there, in status, media type and every field, or the test that caused
 * it fails.
 *
 * <p>What must hold for all operations is tested for all that the document has: {@link org.kcibridge.it.contract.Contract}
 * gives them to parametrised tests, so that an operation added tomorrow is tested without anybody thinking of it.
 */
package org.kcibridge.it.contract;
