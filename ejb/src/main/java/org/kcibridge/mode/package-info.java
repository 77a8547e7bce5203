/** What the whole bridge does and what it holds back, as an operator wants it. */
package org.kcibridge.mode;
