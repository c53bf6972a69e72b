package org.curation.ingest.openproject.api;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.curation.service.UserError;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.OpenProjectKeys;

/**
 * The connection to OpenProject that all of a program's sources share, and what it remembers of
 * schemas and projects. Safe for use by threads.
 */
public final class OpenProjectContexts {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Map<Configuration, OpenProjectContexts> SHARED =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final OpenProjectClient client;
  private final Lookups lookups;

  /** One with a client of its own. */
  public OpenProjectContexts(OpenProjectClient client) {
    this.client = client;
    this.lookups = new Lookups(client, LIFE, System::nanoTime);
  }

  /**
   * The one of a configuration; the same each time.
   *
   * @throws UserError when address or token is not configured
   */
  public static OpenProjectContexts of(Configuration configuration) {
    return SHARED.computeIfAbsent(
        configuration,
        given ->
            new OpenProjectContexts(
                new OpenProjectClient(
                    given.get(OpenProjectKeys.URL),
                    given.get(OpenProjectKeys.TOKEN),
                    given.get(OpenProjectKeys.TIMEOUT))));
  }

  /** The client. */
  public OpenProjectClient client() {
    return client;
  }

  /** What stands around one work package, asked for within a time from now. */
  public ApiSurroundings within(Duration patience) {
    return new ApiSurroundings(lookups, patience);
  }

  /** Forgets schemas and projects, so that new names are seen. */
  public void forget() {
    lookups.forget();
  }
}
