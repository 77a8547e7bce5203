/**
 * The live events over WebSocket: who watches, what he asks for, and how he is told. What happens he learns from {@code
 * org.kcibridge.event}.
 */
package org.kcibridge.live;
