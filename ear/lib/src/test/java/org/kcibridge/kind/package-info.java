/**
 * The kinds of tests. Each test class says which one it is, and is of no other: {@code TaggingRulesTest} sees to that. A kind
 * is a tag, so {@code -Dgroups='integration | validation'} and {@code -DexcludedGroups=slow} choose among them in every module.
 *
 * <p>A kind stands on the class that has the tests, never on one it extends: JUnit inherits tags, and adds them up.
 */
package org.kcibridge.kind;
