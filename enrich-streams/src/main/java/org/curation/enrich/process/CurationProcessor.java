package org.curation.enrich.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.document.Effect;
import org.curation.enrich.document.Enrichment;
import org.curation.enrich.document.Reaction;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.offering.Relation;
import org.curation.enrich.state.CurationEvent;
import org.curation.enrich.state.CurationState;
import org.curation.model.CurationId;
import org.curation.model.Offering;
import org.curation.model.OfferingRound;
import org.curation.model.topic.SchemaVersion;
import org.curation.model.topic.Topics;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds one state per curation, applies each event to it and forwards what follows. An input that
 * can't be handled becomes a dead letter; nothing blocks the partition.
 */
final class CurationProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private static final Logger LOG = LoggerFactory.getLogger(CurationProcessor.class);

  /** How late a publication that waits for a time may be. */
  private static final Duration LOOK_AT_CLOCK = Duration.ofSeconds(1);

  /** A midnight for which ten thousand wait must not keep the partition from its records. */
  private static final int WAKE_UPS_AT_ONCE = 500;

  /** Comes behind an id, before any longer one. */
  private static final char END = '\0';

  private static final Duration WAKE = Duration.ofSeconds(1);

  private final Enrichment enrichment;
  private final Observation observation;
  private final OfferingIndex offerings;
  private final String site;
  private final Rollout.Part rollout;

  @SuppressWarnings("NullAway.Init") // set in init
  private Emitter emitter;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, CurationState> curations;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, Offering> offeringStore;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, Relation> relations;

  @SuppressWarnings("NullAway.Init")
  private CategoryStore categories;

  @SuppressWarnings("NullAway.Init")
  private WakeUpStore wakeUps;

  @SuppressWarnings("NullAway.Init")
  private OfferingRounds rounds;

  CurationProcessor(
      Enrichment enrichment, SiteConfiguration site, StageObserver observer, Rollout rollout) {
    this.enrichment = enrichment;
    this.offerings = new OfferingIndex(site.topics());
    this.site = site.fingerprint();
    this.rollout = rollout.part();
    this.observation = new Observation(observer);
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    emitter = new Emitter(context, Names.LETTERS_SINK, observation);
    curations = context.getStateStore(Names.CURATIONS);
    offeringStore = context.getStateStore(Names.OFFERINGS);
    relations = context.getStateStore(Names.RELATIONS);
    categories = new CategoryStore(context.getStateStore(Names.CATEGORIES));
    wakeUps = new WakeUpStore(context.getStateStore(Names.WAKE_UPS));
    rounds =
        new OfferingRounds(
            new DirtyCategories(context.getStateStore(Names.DIRTY_CATEGORIES)),
            categories,
            this::everybodyAfter);
    try (KeyValueIterator<String, Offering> all = offeringStore.all()) {
      while (all.hasNext()) {
        KeyValue<String, Offering> entry = all.next();
        offerings.change(EventDecoder.offeringId(entry.key), entry.value);
      }
    }
    if (rounds.isToBeWoken(site)) {
      wake(context);
    }
    context.schedule(LOOK_AT_CLOCK, PunctuationType.WALL_CLOCK_TIME, this::wake);
  }

  private Stream<CurationId> everybodyAfter(String last) {
    KeyValueIterator<String, CurationState> all =
        last.isEmpty() ? curations.all() : curations.range(last + END, null);
    Spliterator<KeyValue<String, CurationState>> each = Spliterators.spliteratorUnknownSize(all, 0);
    return StreamSupport.stream(each, false)
        .map(entry -> CurationId.parse(entry.key))
        .onClose(all::close);
  }

  /** Not at once: what is written before the first record would wait for it in a transaction. */
  private void wake(ProcessorContext<byte[], byte[]> context) {
    boolean anybody;
    try (Stream<CurationId> all = everybodyAfter("")) {
      anybody = all.findAny().isPresent();
    }
    // From now on nobody takes the pipeline for idle, though no record shows yet what is to do.
    tellRollout(rounds.isRollingOut() || (anybody && !rounds.isOfSite(site)));
    AtomicReference<@Nullable Cancellable> once = new AtomicReference<>();
    once.set(
        context.schedule(
            WAKE,
            PunctuationType.WALL_CLOCK_TIME,
            now -> {
              Cancellable scheduled = once.get();
              if (scheduled != null) {
                scheduled.cancel();
              }
              Input own = Input.ofOwn(context.taskId(), now);
              rounds.wake(site, anybody, number -> ask(number, own));
              tellRollout(rounds.isRollingOut());
            }));
  }

  private void tellRollout(boolean underWay) {
    if (!rollout.is(underWay)) {
      return;
    }
    if (underWay) {
      LOG.atInfo()
          .addKeyValue("task", context().taskId())
          .log("looks at all curations: the site changed, or a look at all was interrupted");
    } else {
      LOG.atInfo()
          .addKeyValue("task", context().taskId())
          .log("looked at {} curations in {} ms", rollout.seen(), rollout.millis());
    }
  }

  @Override
  public void close() {
    // What is left is another task's, or comes again with the next start.
    rollout.is(false);
  }

  @Override
  public void process(Record<byte[], byte[]> message) {
    Input input = Input.of(context().recordMetadata().orElseThrow(), message);
    observation.begin();
    try {
      Optional<Effect.Reject> refusal = refusal(input);
      if (refusal.isPresent()) {
        emitter.emit(refusal.get(), input);
      } else if (input.topic().equals(Topics.OFFERING_CHANGES.name())) {
        offeringChanged(message, input);
      } else if (input.topic().equals(Topics.OFFERING_ROUNDS.name())) {
        round(EventDecoder.round(message.value()), input);
      } else {
        EventDecoder.Addressed addressed = EventDecoder.decode(input, message.value());
        react(addressed.id(), addressed.event(), input);
      }
    } catch (SerializationException | IllegalArgumentException e) {
      emitter.emit(new Effect.Reject("not-decodable", String.valueOf(e.getMessage())), input);
    }
    observation.end();
  }

  private void wake(long now) {
    List<WakeUpStore.WakeUp> due = wakeUps.due(now, WAKE_UPS_AT_ONCE);
    for (WakeUpStore.WakeUp wakeUp : due) {
      Input input = Input.ofClock(context().taskId().partition(), wakeUp.at(), now);
      observation.begin();
      // What fails is not tried again each second: the next record of the item sets it anew.
      wakeUps.forget(wakeUp);
      react(wakeUp.id(), new CurationEvent.TimeCame(), input);
      observation.end();
    }
  }

  /** Why a record is not even looked at. */
  static Optional<Effect.Reject> refusal(Input input) {
    return input.versionProblem() == null
        ? SizeLimits.input(input)
        : Optional.of(new Effect.Reject(SchemaVersion.UNKNOWN, input.versionProblem()));
  }

  private static Effect failed(
      CurationId id, CurationState state, Input input, RuntimeException e) {
    LOG.atError().setCause(e).addKeyValue("curation", id).log("enrichment failed");
    String reason = "enrichment-failed";
    String message =
        "Shaping %s failed with %s. This is a mistake of the pipeline: report it with the letter, then redrive."
            .formatted(id, e.getClass().getSimpleName());
    // A round and the clock are nobody's record: the letter is about the one that can't be shaped.
    return input.isOwn() && state.record() != null && state.recordLetter() != null
        ? new Effect.RejectRecord(state.recordLetter(), state.record(), reason, message)
        : new Effect.Reject(reason, message);
  }

  private void offeringChanged(Record<byte[], byte[]> message, Input input) {
    if (message.key() == null) {
      throw new IllegalArgumentException("an offering change needs the offering id as key");
    }
    String key = new String(message.key(), StandardCharsets.UTF_8);
    long id = EventDecoder.offeringId(key);
    Offering offering =
        message.value() == null
            ? null
            : Topics.OFFERINGS.serde().deserializer().deserialize(input.topic(), message.value());
    if (offering != null && offering.offeringId() != id) {
      throw new IllegalArgumentException(
          "key \"%s\" and value \"%d\" name different offerings"
              .formatted(key, offering.offeringId()));
    }
    TreeSet<String> touched = offerings.change(id, offering);
    offeringStore.put(key, offering);
    rounds.changed(touched, number -> ask(number, input));
  }

  private void ask(long number, Input input) {
    emitter.ask(new OfferingRound(number), context().taskId().partition(), input);
  }

  private void round(OfferingRound round, Input input) {
    rounds.work(round, this::isTouched, id -> lookAgain(id, input), number -> ask(number, input));
    tellRollout(rounds.isRollingOut());
  }

  private void lookAgain(CurationId id, Input input) {
    react(id, new CurationEvent.OfferingsChanged(), input);
    if (rounds.isRollingOut()) {
      rollout.lookedAt();
    }
  }

  private boolean isTouched(CurationId id) {
    Relation relation = relations.get(id.toString());
    // One that can't be shaped now has none.
    return relation == null || offerings.shown(relation.interest()) != relation.shown();
  }

  private void react(CurationId id, CurationEvent event, Input input) {
    CurationState known = curations.get(id.toString());
    CurationState before = known == null ? CurationState.unknown(id) : known;
    Reaction reaction;
    try {
      reaction =
          enrichment.react(
              forget(before, input),
              event,
              input.letterId(),
              offerings,
              Instant.ofEpochMilli(context().currentSystemTimeMs()));
    } catch (RuntimeException e) {
      // The core is pure, so it would fail again; the next record must not wait for that.
      emitter.emit(failed(id, before, input, e), input);
      return;
    }
    Optional<Effect.Reject> refusal = SizeLimits.state(input, reaction.after());
    if (refusal.isPresent()) {
      emitter.emit(refusal.get(), input);
      return;
    }
    if (!reaction.after().equals(before)) {
      categories.replace(id, before.categories(), reaction.after().categories());
      wakeUps.replace(id, before.wakeAt(), reaction.after().wakeAt());
      if (!Objects.equals(before.relation(), reaction.after().relation())) {
        relations.put(id.toString(), reaction.after().relation());
      }
      curations.put(id.toString(), reaction.after());
    }
    reaction.effects().forEach(effect -> emitter.emit(effect, input));
  }

  /**
   * The letter that this input was redriven from is decided on: the same failure again needs a
   * letter of its own, and a success needs no word that would hide who decided.
   */
  private static CurationState forget(CurationState state, Input input) {
    return state.accepted() != null
            && state.rejection() != null
            && state.rejection().letterId().equals(input.redriveOf())
            && state.record() != null
        ? state
            .withAccepted(state.accepted(), null)
            .withRecord(state.record(), null, state.fallback())
        : state;
  }
}
