package org.curation.service.letters;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.curation.model.CanonicalJson;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.service.KafkaConnection;
import org.curation.service.letters.NewestOfKey.Found;
import org.curation.service.letters.NewestOfKey.Place;
import org.curation.service.letters.Outcome.Kind;
import org.curation.service.letters.Portions.Open;
import org.jspecify.annotations.Nullable;

/**
 * Sends letters' bytes back to where they came from. What goes back and the decision that closes
 * the letter are one transaction. The letters are those that are there when it begins, so one that
 * fails again at once is not taken twice. For use once, by one thread.
 */
public final class Redrive {
  private final KafkaConnection connection;
  private final RedriveRequest request;
  private final Clock clock;
  private final Consumer<? super Outcome> report;
  private final Map<Place, String> sent = new HashMap<>();

  /**
   * A redrive that is ready to start.
   *
   * @param report told of each letter, on the calling thread, once its fate is certain
   */
  public Redrive(
      KafkaConnection connection,
      RedriveRequest request,
      Clock clock,
      Consumer<? super Outcome> report) {
    this.connection = connection;
    this.request = request;
    this.clock = clock;
    this.report = report;
  }

  /**
   * Runs to the end.
   *
   * @return ids that were asked for and that no letter has
   * @throws TakenOverException when somebody else has begun to decide
   */
  public Set<String> run() {
    Set<String> missing = new TreeSet<>(request.filter().ids());
    // Whoever began before can decide nothing any more; what they decided is seen.
    try (LetterTransactions transactions =
            request.dryRun() ? null : new LetterTransactions(connection);
        NewestOfKey topics = new NewestOfKey(connection);
        LetterTopic letters = new LetterTopic(connection)) {
      Portions portions =
          new Portions(request.rate(), portion -> take(portion, topics, transactions));
      letters.visit(
          request.filter(),
          !missing.isEmpty(),
          (letter, message) -> {
            missing.remove(letter.id());
            portions.add(letter, message);
          });
      portions.finish();
    }
    return missing;
  }

  /** A letter that is closed by the transaction at hand, and what is sent for it, if anything. */
  private record Step(
      Open open, Outcome outcome, @Nullable Resend resend, @Nullable Newness newness) {}

  private void take(
      List<Open> portion, NewestOfKey topics, @Nullable LetterTransactions transactions) {
    Instant now = clock.instant();
    Map<Open, Redriving> plans = new LinkedHashMap<>();
    portion.forEach(open -> plans.put(open, Redriving.of(open, request, topics)));
    Found found = topics.find(guarded(plans.values()));
    List<Outcome> outcomes = new ArrayList<>();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    plans.forEach(
        (open, plan) -> {
          Step step =
              step(open, plan.after(found, request.value().isPresent()), topics, records, now);
          outcomes.add(step.outcome());
          if (step.outcome().kind() == Kind.REDRIVEN) {
            steps.add(step);
          }
        });
    if (transactions != null && !steps.isEmpty()) {
      steps.forEach(
          step ->
              records.add(
                  LetterRecords.decision(step.open().message(), decision(now), new byte[0], now)));
      List<RecordMetadata> places = transactions.send(records);
      Overtaken overtaken = new Overtaken(topics, transactions, clock);
      int index = 0;
      for (Step step : steps) {
        if (step.resend() != null) {
          overtaken.sent(step.resend(), step.newness(), places.get(index++));
        }
      }
      overtaken.repair(found.ends());
    }
    outcomes.forEach(report);
  }

  private Step step(
      Open open,
      Redriving plan,
      NewestOfKey topics,
      List<ProducerRecord<byte[], byte[]>> records,
      Instant now) {
    Letter letter = open.letter();
    return switch (plan) {
      case Redriving.Refused refused ->
          new Step(open, Outcome.refused(letter, refused.why()), null, null);
      case Redriving.Back back -> {
        Resend resend = back.resend();
        records.add(LetterRecords.redriven(letter, open.message(), resend, null, now));
        yield step(open, resend, Newness.of(resend.spec().name(), resend.value(), 0), "");
      }
      case Redriving.Newest newest -> {
        Place place = Place.of(newest.resend());
        String with = sent.get(place);
        if (with != null) {
          String detail = "the newest document of its key was sent with " + with;
          yield new Step(open, new Outcome(letter, Kind.REDRIVEN, detail), null, null);
        }
        Optional<ConsumerRecord<byte[], byte[]>> source =
            topics.fetch(place.partition(), newest.offset());
        if (source.isEmpty()) {
          String why = "its topic changed meanwhile; run the same again";
          yield new Step(open, Outcome.refused(letter, why), null, null);
        }
        ConsumerRecord<byte[], byte[]> document = source.get();
        Resend resend =
            new Resend(
                newest.resend().spec(),
                newest.resend().partition(),
                document.key(),
                document.value());
        records.add(
            LetterRecords.redriven(letter, open.message(), resend, document.headers(), now));
        sent.put(place, letter.id());
        yield step(open, resend, newest.newness(), ", newest document of its key");
      }
    };
  }

  private static Step step(Open open, Resend resend, Newness newness, String detail) {
    int count = open.letter().redriveCount() + 1;
    Outcome outcome =
        new Outcome(open.letter(), Kind.REDRIVEN, Redriving.describe(resend, count) + detail);
    return new Step(open, outcome, resend, newness);
  }

  private static Set<Place> guarded(Collection<Redriving> plans) {
    return plans.stream()
        .filter(Redriving.Back.class::isInstance)
        .map(plan -> ((Redriving.Back) plan).resend())
        .filter(resend -> Redriving.isCompacted(resend.spec()))
        .map(Place::of)
        .collect(Collectors.toSet());
  }

  private Decision decision(Instant now) {
    return new Decision(
        DeadLetterHeaders.REDRIVEN,
        request.by(),
        request.why(),
        now,
        request.value().map(CanonicalJson::sha256).orElse(null));
  }
}
