package org.curation.ingest.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.curation.ingest.source.SourceItem;
import org.curation.model.CanonicalJson;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.jspecify.annotations.Nullable;

/**
 * Brings the records of each curation into one order, whatever order they are found in: by version,
 * then time, then content; a deletion after what it deletes. Only curations with several records
 * are held in memory, until their last one was found.
 */
final class Sequencer {
  private final ToIntFunction<CurationId> expected;
  private final Consumer<? super SourceItem> out;
  private final Contradictions contradictions;
  private final Map<CurationId, List<RawCuration>> held = new TreeMap<>();

  /** Expects as many records of a curation as the function says, and bears with other numbers. */
  Sequencer(
      ToIntFunction<CurationId> expected,
      Consumer<? super SourceItem> out,
      Contradictions contradictions) {
    this.expected = expected;
    this.out = out;
    this.contradictions = contradictions;
  }

  private record Candidate(RawCuration raw, String payload, String context) {
    static final Comparator<Candidate> ORDER =
        Comparator.comparing((Candidate it) -> it.raw.version())
            .thenComparing(it -> it.raw.event() == SourceEvent.DELETED)
            .thenComparing(it -> it.raw.updatedAt(), Comparator.nullsFirst(Instant::compareTo))
            .thenComparing(Candidate::payload)
            .thenComparing(it -> it.raw.event())
            .thenComparing(Candidate::context)
            .thenComparing(it -> it.raw.origin());

    static Candidate of(RawCuration raw) {
      JsonNode payload = raw.payload();
      return new Candidate(
          raw,
          payload == null ? "" : CanonicalJson.text(payload),
          Objects.toString(raw.context(), ""));
    }

    boolean repeats(@Nullable Candidate before) {
      return before != null
          && raw.version().equals(before.raw.version())
          && raw.event() == before.raw.event()
          && payload.equals(before.payload)
          && context.equals(before.context);
    }
  }

  void add(RawCuration raw) {
    int count = expected.applyAsInt(raw.id());
    List<RawCuration> waiting = held.get(raw.id());
    if (count <= 1 && waiting == null) {
      out.accept(new SourceItem.Curation(raw));
      return;
    }
    if (waiting == null) {
      waiting = new ArrayList<>(count);
      held.put(raw.id(), waiting);
    }
    waiting.add(raw);
    if (waiting.size() >= count) {
      held.remove(raw.id());
      emit(waiting);
    }
  }

  /** Tells what is still held because fewer records were found than expected. */
  void finish() {
    held.values().forEach(this::emit);
    held.clear();
  }

  private void emit(List<RawCuration> records) {
    List<Candidate> inOrder = records.stream().map(Candidate::of).sorted(Candidate.ORDER).toList();
    Candidate before = null;
    for (Candidate candidate : inOrder) {
      if (before != null) {
        contradictions.compare(before.raw, candidate.raw);
      }
      out.accept(
          candidate.repeats(before)
              ? new SourceItem.Skipped(candidate.raw.origin(), "repeated")
              : new SourceItem.Curation(candidate.raw));
      before = candidate;
    }
  }
}
