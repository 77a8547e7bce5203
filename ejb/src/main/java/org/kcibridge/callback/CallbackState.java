package org.kcibridge.callback;

/** What has become of a callback. */
public enum CallbackState {
    /** Kept; to be applied. */
    RECEIVED,
    /** Its job is not known yet; it may have overtaken our own commit. */
    PARKED,
    /** It only points to the result, which is being fetched. */
    FETCHING,
    /** Its result is reported. */
    APPLIED,
    /** Rightly without effect: not final, not ours, or said before. */
    IGNORED,
    /** It cannot be made sense of; an operator has to look. */
    QUARANTINED
}
