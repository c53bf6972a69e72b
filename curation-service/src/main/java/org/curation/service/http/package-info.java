/** Health and metrics of a program over HTTP. */
@NullMarked
package org.curation.service.http;

import org.jspecify.annotations.NullMarked;
