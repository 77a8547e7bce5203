package org.kcibridge.it.isolation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each test of the class finds the initial data, and whatever it or the code under test committed vanishes after it. The
 * first choice: it costs a few milliseconds and depends on changes, not on the size of the database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@IsolatedBy(Isolation.ROLLBACK)
public @interface RollbackTest {}
