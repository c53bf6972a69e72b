/** What a rule looks at in an address, and the patterns that it looks with. None backtracks. */
@NullMarked
package org.curation.enrich.link.match;

import org.jspecify.annotations.NullMarked;
