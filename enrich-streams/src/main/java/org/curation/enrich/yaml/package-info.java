/** Reads YAML files of a site with the lines of their keys, and collects what is wrong in them. */
@NullMarked
package org.curation.enrich.yaml;

import org.jspecify.annotations.NullMarked;
