/** Results that labs hand in by themselves, without having been asked by us. */
package org.kcibridge.lab;
