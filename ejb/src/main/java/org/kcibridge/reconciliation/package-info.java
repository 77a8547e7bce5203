/** The safety net under lost callbacks: a runner that stays silent is asked, and in the end given up on. */
package org.kcibridge.reconciliation;
