package org.kcibridge.download;

/** What came of a download: a file, or the reason why there is none. */
public sealed interface Download extends AutoCloseable
        permits DownloadedFile, Download.Refused, Download.Missing, Download.Unavailable {

    /** Why there is no file, in a line for people that is fit for a log and a report; empty if there is one. */
    String reason();

    /** Gives back what the answer holds on to: the file. */
    @Override
    default void close() {}

    /** There will be none however often one asks: the address is not allowed, or the file is too large. */
    record Refused(String reason) implements Download {}

    /** The server says that it does not have it. It may get it shortly: a store may know its files later than its users. */
    record Missing(String reason) implements Download {}

    /** It could not be had this time: the network, or a server in trouble. */
    record Unavailable(String reason) implements Download {}
}
