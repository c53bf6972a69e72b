/**
 * The state of one curation and how each event changes it. Pure: the order of arrival never changes
 * the result.
 */
@NullMarked
package org.curation.enrich.state;

import org.jspecify.annotations.NullMarked;
