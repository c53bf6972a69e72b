/**
 * The topic catalogue as data, with the serdes, headers, partitioning and JSON Schemas that belong
 * to each topic.
 */
@NullMarked
package org.curation.model.topic;

import org.jspecify.annotations.NullMarked;
