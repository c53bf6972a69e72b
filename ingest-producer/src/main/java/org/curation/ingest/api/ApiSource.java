package org.curation.ingest.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.curation.ingest.openproject.Surroundings;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.ConfirmedPublisher;
import org.curation.ingest.source.RunningSource;
import org.curation.ingest.source.SourceItem;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationId;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.curation.service.configuration.ApiKeys;
import org.curation.service.configuration.Configuration;
import org.curation.service.metrics.StageObserver;

/** Makes the interface that a configuration asks for. */
public final class ApiSource {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private ApiSource() {}

  /** What is wrong with the configuration. */
  public static List<String> problems(Configuration configuration) {
    List<String> problems = new ArrayList<>();
    Optional<List<String>> secrets = configuration.find(ApiKeys.WEBHOOK_SECRETS);
    Optional<List<String>> tokens = configuration.find(ApiKeys.TOKENS);
    if (secrets.isEmpty() && tokens.isEmpty()) {
      problems.add(
          "ingest.api.port is given, but nobody could push: give ingest.api.webhook-secrets, ingest.api.tokens or both (docs/api.md)");
    }
    for (String token : tokens.orElse(List.of())) {
      try {
        PushToken.of(token);
      } catch (UserError e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return problems;
  }

  /**
   * The interface, ready to start.
   *
   * @param around gives what is known around one work package; empty when nobody can be asked
   * @param snapshots takes whole lists of offerings; empty when only changes are taken
   */
  public static RunningSource of(
      Configuration configuration,
      KafkaConnection connection,
      AcceptedView accepted,
      MeterRegistry registry,
      StageObserver observer,
      Clock clock,
      Optional<Supplier<Surroundings>> around,
      Optional<SnapshotOfferings> snapshots) {
    ApiLimits limits = ApiLimits.standard();
    return new ApiServer(
        configuration.get(ApiKeys.HOST),
        configuration.get(ApiKeys.PORT),
        new ApiParts(
            configuration
                .find(ApiKeys.WEBHOOK_SECRETS)
                .map(secrets -> WebhookSignature.of(secrets.toArray(String[]::new))),
            configuration.find(ApiKeys.TOKENS).orElse(List.of()).stream()
                .map(PushToken::of)
                .toList(),
            around.orElse(() -> WebhookContext.UNKNOWN),
            snapshots,
            accepted(accepted),
            publisher("ingest-webhooks", limits.webhooks(), connection, clock, observer),
            publisher("ingest-pushes", limits.pushes(), connection, clock, observer),
            observer,
            (route, status) ->
                Counter.builder("curation.api.requests")
                    .description("Answers of the HTTP interface.")
                    .tag("route", route)
                    .tag("status", Integer.toString(status))
                    .register(registry)
                    .increment(),
            limits,
            clock));
  }

  static Accepted accepted(AcceptedView view) {
    return new Accepted() {
      @Override
      public boolean ready() throws InterruptedException {
        return view.awaitComplete(MOMENT);
      }

      @Override
      public Optional<AcceptedCuration> find(CurationId id) {
        return view.find(id);
      }
    };
  }

  private static Publisher publisher(
      String clientId,
      ApiLimits.Share share,
      KafkaConnection connection,
      Clock clock,
      StageObserver observer) {
    Duration patience = ApiLimits.standard().acknowledgement();
    return publisher(
        new ConfirmedPublisher(connection, clientId, clock, observer, patience, share.requests()));
  }

  static Publisher publisher(ConfirmedPublisher publisher) {
    return new Publisher() {
      @Override
      public CompletableFuture<Void> publish(List<? extends SourceItem> items) {
        return publisher.publish(items);
      }

      @Override
      public Optional<String> failing() {
        return publisher.failing();
      }

      @Override
      public void close() {
        publisher.close();
      }
    };
  }
}
