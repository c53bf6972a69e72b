/**
 * Names that only one curation may have at a time (addresses, paths, links), and who has them. The
 * one thing in enrichment that crosses curations. Pure.
 */
@NullMarked
package org.curation.enrich.claim;

import org.jspecify.annotations.NullMarked;
