package org.curation.ingest.openproject.poll;

import java.time.Duration;
import java.util.List;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.OpenProjectKeys;

/**
 * How OpenProject is polled.
 *
 * @param deleteLimit the share of known items that one comparison may delete, from 0 to 1
 * @param shortestPause after a first failure
 * @param longestPause after many
 */
public record Settings(
    List<String> projects,
    List<String> types,
    Duration every,
    Duration overlap,
    int pageSize,
    Duration reconcileEvery,
    double deleteLimit,
    Duration timeout,
    Duration shortestPause,
    Duration longestPause) {

  /** As configured. */
  public static Settings of(Configuration configuration) {
    return new Settings(
        configuration.find(OpenProjectKeys.PROJECTS).orElse(List.of()),
        configuration.find(OpenProjectKeys.TYPES).orElse(List.of()),
        configuration.get(OpenProjectKeys.EVERY),
        configuration.get(OpenProjectKeys.OVERLAP),
        configuration.get(OpenProjectKeys.PAGE_SIZE),
        configuration.get(OpenProjectKeys.RECONCILE_EVERY),
        configuration.get(OpenProjectKeys.DELETE_LIMIT) / 100.0,
        configuration.get(OpenProjectKeys.TIMEOUT),
        Duration.ofSeconds(1),
        Duration.ofMinutes(5));
  }
}
