package org.kcibridge.it.isolation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each test of the class finds all tables empty. For tests that something goes on working behind, as a server does, whose
 * late changes a rollback would miss.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@IsolatedBy(Isolation.FLUSH)
public @interface FlushTest {}
