/** Descriptions made from an item's own text, by named rules. */
@NullMarked
package org.curation.enrich.description;

import org.jspecify.annotations.NullMarked;
