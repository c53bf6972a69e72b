/** Finds the address that a redirect's address carries. No network. */
@NullMarked
package org.curation.enrich.link.unwrap;

import org.jspecify.annotations.NullMarked;
