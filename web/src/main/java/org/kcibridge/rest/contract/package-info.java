/**
 * What {@code /openapi} says beyond what is written on the resources: which errors there are, who may call what, and how
 * KCIDB's objects look. It is derived from the resources, so that a new one is described without anybody thinking of it.
 */
package org.kcibridge.rest.contract;
