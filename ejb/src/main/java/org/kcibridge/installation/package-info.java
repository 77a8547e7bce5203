/** What kind of installation a database belongs to. */
package org.kcibridge.installation;
