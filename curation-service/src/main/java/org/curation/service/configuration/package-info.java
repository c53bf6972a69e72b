/**
 * The configuration of the programs: a YAML file and the environment, checked as a whole. {@link
 * org.curation.service.configuration.Keys} is the catalogue of all keys; {@code
 * docs/configuration.md} is generated from it.
 */
@NullMarked
package org.curation.service.configuration;

import org.jspecify.annotations.NullMarked;
