/**
 * Dead letters under an operator's hands: listing and showing them, sending them back to where they
 * came from, discarding them.
 */
@NullMarked
package org.curation.service.letters;

import org.jspecify.annotations.NullMarked;
