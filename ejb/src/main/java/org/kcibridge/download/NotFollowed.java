package org.kcibridge.download;

import java.net.UnknownHostException;

/** An address that is not followed, for what it is or for where it leads. The latter shows in a resolver, which may throw nothing else. */
final class NotFollowed extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    NotFollowed(String reason) {
        super(reason);
    }
}
