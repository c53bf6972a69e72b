/**
 * A Hugo site as a publishing store: documents as Markdown files with front matter, images beside
 * them, and a ledger beside the site that says what is there.
 */
@NullMarked
package org.curation.sink.hugo;

import org.jspecify.annotations.NullMarked;
