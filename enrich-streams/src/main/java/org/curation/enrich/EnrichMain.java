package org.curation.enrich;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.archetype.SiteConfigurationException;
import org.curation.model.topic.Topics;
import org.curation.service.UserError;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Keys;
import org.curation.service.program.Program;
import org.curation.service.program.ProgramCommand;
import org.curation.service.program.ProgramContext;
import org.curation.service.program.RunningService;

/** Enrichment as a program of its own. */
public final class EnrichMain implements Program {
  private EnrichMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] arguments) {
    ProgramCommand.main(new EnrichMain(), arguments);
  }

  @Override
  public String name() {
    return "enrich";
  }

  @Override
  public int port() {
    return 8083;
  }

  @Override
  public String purpose() {
    return "Turns raw curation records into finished documents: curation.raw in, curation.documents out.";
  }

  @Override
  public String group() {
    return EnrichService.APPLICATION_ID;
  }

  @Override
  public List<String> inputs() {
    return List.of(
        Topics.RAW.name(),
        Topics.IDENTITIES.name(),
        Topics.CAPTURES.name(),
        Topics.OFFERINGS.name(),
        Topics.OFFERING_CHANGES.name(),
        Topics.OFFERING_ROUNDS.name(),
        Topics.CLAIMS.name(),
        Topics.CLAIM_RESULTS.name());
  }

  @Override
  public void check(Configuration configuration) {
    site(configuration);
  }

  @Override
  public RunningService start(ProgramContext context) {
    Configuration configuration = context.configuration();
    EnrichService service =
        new EnrichService(
            context.connection(),
            site(configuration),
            configuration.get(Keys.ENRICH_STATE),
            configuration.get(Keys.ENRICH_INSTANCE),
            configuration.get(Keys.ENRICH_THREADS),
            context.metrics().stage("enrich"));
    AutoCloseable measuring = service.measure(context.metrics().registry());
    context
        .health()
        .check(
            "streams",
            () ->
                service.state() == KafkaStreams.State.RUNNING
                    ? Optional.empty()
                    : Optional.of(
                        "Kafka Streams is %s, not RUNNING; after a start or a change of members it restores its state first"
                            .formatted(service.state())));
    service.start();
    return new RunningService() {
      @Override
      public Optional<Throwable> failure() {
        return service.failure();
      }

      @Override
      public void close() {
        try (service) {
          measuring.close();
        } catch (Exception e) {
          throw new IllegalStateException("the metrics did not close", e);
        }
      }
    };
  }

  private static SiteConfiguration site(Configuration configuration) {
    Path folder = configuration.get(Keys.ENRICH_SITE);
    try {
      return SiteConfiguration.load(folder);
    } catch (SiteConfigurationException e) {
      throw new UserError(
          "%s %s has problems:%n%s".formatted(Keys.ENRICH_SITE.path(), folder, e.getMessage()), e);
    }
  }
}
