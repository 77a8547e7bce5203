/** GitHub Actions as a runner: a workflow is dispatched, and hands its results in like any lab. */
package org.kcibridge.runner.github;
