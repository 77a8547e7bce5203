package org.kcibridge.it.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An annotation of its own, because JUnit takes all {@code @ExtendWith} of a class for one, at the place of the first: the
 * bridge would work before the database is ready, and go on while it is flushed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(WorkingBridge.class)
@interface WithBridgeWorking {}
