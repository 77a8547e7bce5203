package org.kcibridge.it.builders;

/** An issue, and the incident in which a build showed it. A test method takes it as a parameter. */
public record KnownIssue(Row issue, Row build, Row incident) {

    static KnownIssue create(Given given) {
        Row issue = given.issue().create();
        Row build = given.build().with("status", "FAIL").create();
        return new KnownIssue(
                issue,
                build,
                given.incident()
                        .with("issue_id", issue.id())
                        .with("issue_version", 1)
                        .with("build_id", build.id())
                        .create());
    }
}
