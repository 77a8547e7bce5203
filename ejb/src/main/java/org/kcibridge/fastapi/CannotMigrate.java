package org.kcibridge.fastapi;

import jakarta.ejb.ApplicationException;

/** There is nothing that could be taken over. The message says in one line what is missing. */
@ApplicationException(rollback = true)
public class CannotMigrate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotMigrate(String reason) {
        super(reason);
    }
}
