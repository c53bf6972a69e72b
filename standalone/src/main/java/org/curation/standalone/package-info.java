/** All services in one JVM on the embedded broker. */
@NullMarked
package org.curation.standalone;

import org.jspecify.annotations.NullMarked;
