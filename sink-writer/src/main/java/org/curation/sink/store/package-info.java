/** What a publishing store is, and the rules that every store keeps. */
@NullMarked
package org.curation.sink.store;

import org.jspecify.annotations.NullMarked;
