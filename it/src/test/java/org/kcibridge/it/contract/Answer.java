package org.kcibridge.it.contract;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** What a client has heard, and whether the contract prepared him for it. */
record Answer(String method, String path, int status, String mediaType, String body) {

    private static final String PROBLEM = "/components/schemas/Problem";

    static Answer of(HttpRequest request, HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("nothing");
        return new Answer(
                request.method(),
                request.uri().getRawPath(),
                response.statusCode(),
                type.split(";")[0].strip(),
                response.body());
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    List<String> faults(Contract contract) {
        // The one comes of a server that is starting or has no database, the other is HTTP's own; both are said of all
        // paths
        // at once.
        if (status == 503) {
            return body.isEmpty() ? List.of() : faultsOfProblem(contract);
        }
        if (method.equals("OPTIONS")) {
            return List.of();
        }
        Optional<Operation> operation = contract.operation(isHead() ? "GET" : method, path);
        if (operation.isEmpty()) {
            return faultsOfRefusal(contract);
        }
        return operation
                .get()
                .described(status)
                .map(described -> described.faults(this, contract.schemas()))
                .orElseGet(() -> List.of("the status is none of "
                        + String.join(", ", operation.get().statuses())));
    }

    /** Nothing is described here, so there can be nothing but an error. */
    private List<String> faultsOfRefusal(Contract contract) {
        if (status < 400 || status > 499) {
            return List.of("the document knows no such path and method");
        }
        return faultsOfProblem(contract);
    }

    private List<String> faultsOfProblem(Contract contract) {
        return mediaType.equals("application/problem+json")
                ? contract.schemas().violations(PROBLEM, body)
                : List.of("an error is " + mediaType + " instead of application/problem+json");
    }
}
