/**
 * The shape of documents as data: archetypes, the lanes that choose them, and the placeholders in
 * both.
 */
@NullMarked
package org.curation.enrich.archetype;

import org.jspecify.annotations.NullMarked;
