package org.curation.ingest.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.curation.ingest.source.Source;
import org.curation.ingest.source.SourceItem;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.service.DeadLetter;

/** Everything that a source told, in order. */
public record Told(List<SourceItem> items) {

  /** Reads a source to its end. */
  public static Told by(Source source) {
    List<SourceItem> items = new ArrayList<>();
    source.read(items::add);
    return new Told(List.copyOf(items));
  }

  public <T extends SourceItem> List<T> all(Class<T> type) {
    return items.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public List<RawCuration> curations() {
    return all(SourceItem.Curation.class).stream().map(SourceItem.Curation::raw).toList();
  }

  public List<RawCuration> curations(String id) {
    return curations().stream().filter(raw -> raw.id().toString().equals(id)).toList();
  }

  public List<DeadLetter> letters() {
    return all(SourceItem.Undecodable.class).stream().map(SourceItem.Undecodable::letter).toList();
  }

  /** How often each reason was given for skipping. */
  public Map<String, Long> skipped() {
    return all(SourceItem.Skipped.class).stream()
        .collect(Collectors.groupingBy(SourceItem.Skipped::reason, Collectors.counting()));
  }

  /** How often each reason was given for rejecting. */
  public Map<String, Long> rejected() {
    return all(SourceItem.Rejected.class).stream()
        .collect(Collectors.groupingBy(SourceItem.Rejected::reason, Collectors.counting()));
  }

  /** What enrichment can see of each curation's records, in order: all but origin and receipt. */
  public Map<CurationId, List<String>> sequences() {
    Map<CurationId, List<String>> sequences = new TreeMap<>();
    for (RawCuration raw : curations()) {
      sequences
          .computeIfAbsent(raw.id(), id -> new ArrayList<>())
          .add(
              "%s %s %s %s %s"
                  .formatted(
                      raw.event(), raw.version(), raw.updatedAt(), raw.payload(), raw.context()));
    }
    return sequences;
  }
}
