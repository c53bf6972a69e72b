/** Web addresses read and written by the WHATWG URL standard; http and https only. No network. */
@NullMarked
package org.curation.enrich.link.url;

import org.jspecify.annotations.NullMarked;
