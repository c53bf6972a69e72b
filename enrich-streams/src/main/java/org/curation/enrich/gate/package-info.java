/**
 * When documents are published: by an item's status and type, and by dates. Pure, without a clock.
 */
@NullMarked
package org.curation.enrich.gate;

import org.jspecify.annotations.NullMarked;
