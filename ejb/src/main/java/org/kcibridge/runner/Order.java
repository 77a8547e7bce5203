package org.kcibridge.runner;

import java.util.UUID;

/** A piece of work as a runner gets it. */
public sealed interface Order permits BuildOrder, TestOrder {

    /** Our id of the work. */
    UUID job();

    /** What the news of it will be about. */
    News.Subject subject();
}
