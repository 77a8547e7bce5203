package org.kcibridge.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The settings that a type reads. One that several read is declared by the one it is meant for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Declares {

    /** What they are about, as a heading. */
    String about();

    /** The settings, the most important one first. */
    Setting[] value();
}
