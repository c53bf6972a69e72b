/** The text of a page's article: where it is, and its first good paragraph. */
@NullMarked
package org.curation.enrich.page.text;

import org.jspecify.annotations.NullMarked;
