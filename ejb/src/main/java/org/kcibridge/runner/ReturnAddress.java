package org.kcibridge.runner;

import java.net.URI;

/**
 * Where a runner reports to, and the secret it has to bring along.
 *
 * @param url the callback address; it names the job
 * @param header the header the secret comes back in
 * @param secret proves that a callback comes from whoever we gave the job to
 */
public record ReturnAddress(URI url, String header, String secret) {

    @Override
    public String toString() {
        return url.toString();
    }
}
