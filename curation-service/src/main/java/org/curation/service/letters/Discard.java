package org.curation.service.letters;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.service.KafkaConnection;
import org.curation.service.letters.Portions.Open;
import org.jspecify.annotations.Nullable;

/**
 * Closes letters for good. The decision keeps the bytes: they exist nowhere else. For use once, by
 * one thread.
 */
public final class Discard {
  private final KafkaConnection connection;
  private final LetterFilter filter;
  private final String by;
  private final String why;
  private final boolean dryRun;
  private final Clock clock;
  private final Consumer<? super Outcome> report;

  /**
   * A discard that is ready to start.
   *
   * @param report told of each letter, on the calling thread, once its fate is certain
   */
  public Discard(
      KafkaConnection connection,
      LetterFilter filter,
      String by,
      String why,
      boolean dryRun,
      Clock clock,
      Consumer<? super Outcome> report) {
    this.connection = connection;
    this.filter = filter;
    this.by = by;
    this.why = why;
    this.dryRun = dryRun;
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
    Set<String> missing = new TreeSet<>(filter.ids());
    try (LetterTransactions transactions = dryRun ? null : new LetterTransactions(connection);
        LetterTopic letters = new LetterTopic(connection)) {
      Portions portions = new Portions(0, portion -> take(portion, transactions));
      letters.visit(
          filter,
          !missing.isEmpty(),
          (letter, message) -> {
            missing.remove(letter.id());
            portions.add(letter, message);
          });
      portions.finish();
    }
    return missing;
  }

  private void take(List<Open> portion, @Nullable LetterTransactions transactions) {
    Instant now = clock.instant();
    Decision decision = new Decision(DeadLetterHeaders.DISCARDED, by, why, now, null);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (Open open : portion) {
      Decision decided = open.letter().decision();
      if (decided != null) {
        outcomes.add(
            Outcome.refused(
                open.letter(), "it is not open: %s by %s".formatted(decided.what(), decided.by())));
        continue;
      }
      records.add(LetterRecords.decision(open.message(), decision, open.message().value(), now));
      outcomes.add(new Outcome(open.letter(), Outcome.Kind.DISCARDED, null));
    }
    if (transactions != null && !records.isEmpty()) {
      transactions.send(records);
    }
    outcomes.forEach(report);
  }
}
