/** What a benchmark's figures are, and how they are shown. Nothing here measures anything. */
package org.kcibridge.it.benchmark.figures;
