package org.kcibridge.submission;

/** How we last found who we deliver to. */
public enum DestinationState {
    /** Nothing speaks against sending. */
    REACHABLE,
    /** Nobody answered, or only with trouble, several times in a row; or we were asked to wait. */
    UNREACHABLE,
    /** Our token is refused: nothing can be sent until it is mended. */
    UNAUTHORISED
}
