package org.kcibridge.event;

/** Events that somebody wants are not kept any more, or never were: he has to look at the objects themselves. */
public class EventsGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventsGone(String message) {
        super(message);
    }
}
