package org.kcibridge.settings;

/**
 * The settings of one concern, checked when they are read. The concern declares them and produces them for injection;
 * {@link SettingsCheck} reads all of them before anything else runs.
 */
public interface Settings {}
