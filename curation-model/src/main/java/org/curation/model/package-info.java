/**
 * The contract: the records that travel on the pipeline's topics, and nothing else. A downstream
 * consumer puts this module on its class path and needs nothing more of ours.
 */
@NullMarked
package org.curation.model;

import org.jspecify.annotations.NullMarked;
