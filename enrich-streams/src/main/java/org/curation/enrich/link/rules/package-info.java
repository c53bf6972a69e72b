/** The rules by which addresses are cleaned: their format, what they compile to, where they lie. */
@NullMarked
package org.curation.enrich.link.rules;

import org.jspecify.annotations.NullMarked;
