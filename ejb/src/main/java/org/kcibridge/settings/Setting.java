package org.kcibridge.settings;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What people have to know of a setting. It stands at the code that reads it, and {@code docs/configuration.md} is made of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Setting {

    /** Its name in the environment. */
    String name();

    /** What it decides, in Markdown. */
    String meaning();

    /** The value it has when it is not set; empty when there is none. */
    String byDefault() default "";

    /** What is done when it is not set and no single value would do the same, in Markdown. */
    String otherwise() default "none";
}
