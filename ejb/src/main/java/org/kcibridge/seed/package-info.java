/**
 * Made-up reports for test databases. What is made up stands in datasets, which are data: folders of YAML files that need
 * no Java. From a dataset and a {@link org.kcibridge.seed.Plan} follows a {@link org.kcibridge.seed.World}, always the same
 * one; how it gets into the database, all of it or nothing, is the {@link org.kcibridge.seed.Seeding}'s business.
 */
package org.kcibridge.seed;
