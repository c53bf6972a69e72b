/**
 * Makes bodies safe to publish: HTML and Markdown are held to a list of tags, attributes and
 * addresses; what is fine stays byte for byte. Pure.
 */
@NullMarked
package org.curation.enrich.body;

import org.jspecify.annotations.NullMarked;
