/** What an installation decides: typed settings, read from MicroProfile Config and checked before anything runs. */
package org.kcibridge.settings;
