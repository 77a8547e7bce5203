/**
 * What is reported, in KCIDB's own terms: its objects as JSON, the tables that keep them, and the rules that make a value
 * acceptable to it. Nothing here knows where results come from.
 */
package org.kcibridge.report;
