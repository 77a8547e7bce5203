/** Cases of parametrised tests, for all modules. */
package org.kcibridge.cases;
