/**
 * Takes over what the FastAPI service knows that this bridge replaces, out of its tables: work that was done is not done
 * again, and what KCIDB was told, or would have been, goes by the same ids.
 */
package org.kcibridge.fastapi;
