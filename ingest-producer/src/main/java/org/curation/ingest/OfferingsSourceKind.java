package org.curation.ingest;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.curation.ingest.offerings.OfferingFeed;
import org.curation.ingest.source.RunningSource;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.OfferingKeys;

/** A feed of product offerings. */
final class OfferingsSourceKind implements SourceKind {
  @Override
  public String key() {
    return OfferingKeys.URL.path();
  }

  @Override
  public boolean wanted(Configuration configuration) {
    return configuration.has(OfferingKeys.URL) || configuration.has(OfferingKeys.FILE);
  }

  @Override
  public List<String> problems(Configuration configuration) {
    List<String> problems = new ArrayList<>();
    boolean address = configuration.has(OfferingKeys.URL);
    if (address && configuration.has(OfferingKeys.FILE)) {
      problems.add(
          "%s and %s are both given; the feed has one place, so leave one out"
              .formatted(OfferingKeys.URL.path(), OfferingKeys.FILE.path()));
    }
    if (!address && configuration.has(OfferingKeys.TOKEN)) {
      problems.add(
          "%s has no meaning without %s"
              .formatted(OfferingKeys.TOKEN.path(), OfferingKeys.URL.path()));
    }
    configuration
        .readable(OfferingKeys.FILE)
        .filter(Files::isDirectory)
        .ifPresent(
            file ->
                problems.add(
                    "%s %s is a folder, not a file".formatted(OfferingKeys.FILE.path(), file)));
    return problems;
  }

  @Override
  public List<RunningSource> create(IngestContext context) {
    return List.of(
        OfferingFeed.of(
            context.configuration(), context.connection(), context.observer(), context.clock()));
  }
}
