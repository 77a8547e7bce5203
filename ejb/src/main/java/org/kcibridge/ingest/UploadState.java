package org.kcibridge.ingest;

/** Where an upload stands. */
public enum UploadState {
    /** It will be imported, by whatever node comes to it first. */
    WAITING,
    /** What it holds is in the report. */
    IMPORTED,
    /** Nothing of it is in the report. */
    FAILED
}
