package org.kcibridge.it.isolation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * As {@link FlushTest}, but each test of the class finds the initial data, sequences included. They are there before the
 * first {@code @BeforeEach} of the class or its superclasses runs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@IsolatedBy(Isolation.FLUSH_WITH_INITIAL_DATA)
public @interface FlushWithInitialData {}
