/** The job reconcile-jobs: runners are asked about their work out of turn. */
package org.kcibridge.batch.reconciliation;
