/** What the tests of this module share: sample files and a way to collect what a source tells. */
@NullMarked
package org.curation.ingest.testing;

import org.jspecify.annotations.NullMarked;
