/** What is deployed: the image's content, compose, Prometheus, Grafana. */
@NullMarked
package org.curation.deploy;

import org.jspecify.annotations.NullMarked;
