package org.kcibridge.rest.jobs;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.scheduling.BuildRequest;
import org.kcibridge.scheduling.TestRequest;
import org.kcibridge.scheduling.WorkRequest;

/** What was asked for, in the words in which it is asked for. */
@Schema(oneOf = {BuildWork.class, TestWork.class})
sealed interface Work permits BuildWork, TestWork {

    static Work of(WorkRequest request) {
        return request instanceof TestRequest test ? TestWork.of(test) : BuildWork.of((BuildRequest) request);
    }
}
