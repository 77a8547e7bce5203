package org.kcibridge.it.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.isolation.RollbackTest;

/**
 * For tests that run inside the bridge's server. Its background work stands still all the time, and what they or the beans
 * they call commit vanishes. Stands after Arquillian's extension.
 *
 * <p>Inside, where this class is missing, Java passes the annotation over: isolation is outside's business.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(BridgeOnBench.class)
@RollbackTest
public @interface InsideBridge {}
