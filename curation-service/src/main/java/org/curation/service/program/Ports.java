package org.curation.service.program;

import java.util.Map;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Key;
import org.curation.service.configuration.Keys;

/** Where a program serves health and metrics. */
final class Ports {
  private static final Map<String, Key<Integer>> OWN =
      Map.of(
          "ingest", Keys.INGEST_HTTP_PORT,
          "capture", Keys.CAPTURE_HTTP_PORT,
          "enrich", Keys.ENRICH_HTTP_PORT,
          "sink", Keys.SINK_HTTP_PORT);

  private Ports() {}

  /** Its own key, else the common one, else its standard. */
  static int of(Configuration configuration, Program program) {
    Key<Integer> own = OWN.get(program.name());
    if (own != null && configuration.find(own).isPresent()) {
      return configuration.get(own);
    }
    return configuration.find(Keys.HTTP_PORT).orElse(program.port());
  }
}
