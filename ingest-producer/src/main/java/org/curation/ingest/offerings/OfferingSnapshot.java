package org.curation.ingest.offerings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.curation.ingest.files.JsonText;
import org.curation.ingest.files.JsonText.NotJsonException;
import org.curation.ingest.files.Lines;
import org.curation.ingest.files.OfferingLines;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.ingest.source.SourceItem;
import org.curation.model.Offering;
import org.curation.service.DeadLetter;

/**
 * What a feed of offerings says: one JSON object a line. The last line about an offering counts.
 *
 * @param listed by offering id; empty for one that the feed itself says is withdrawn
 * @param repeated how many lines were overtaken by a later one
 * @param letters lines that could not be read; with any of them the snapshot is not complete
 */
public record OfferingSnapshot(
    SortedMap<Long, Optional<Offering>> listed, long repeated, List<DeadLetter> letters) {
  private static final int MOST_LINE_BYTES = 4 * 1024 * 1024;
  private static final int MOST_LETTERS = 100;

  /** Copies the collections. */
  public OfferingSnapshot {
    listed = Collections.unmodifiableSortedMap(new TreeMap<>(listed));
    letters = List.copyOf(letters);
  }

  /** Whether every line was understood. */
  public boolean isComplete() {
    return letters.isEmpty();
  }

  /**
   * Reads a feed line by line.
   *
   * @param name of the feed, for people and in the ids of letters
   * @throws IOException when the stream can't be read
   */
  public static OfferingSnapshot read(InputStream in, String name) throws IOException {
    SortedMap<Long, Optional<Offering>> listed = new TreeMap<>();
    List<DeadLetter> letters = new ArrayList<>();
    long repeated = 0;
    Lines lines = new Lines(in, MOST_LINE_BYTES);
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        continue;
      }
      try {
        Map.Entry<Long, Optional<Offering>> entry = entry(line, name);
        repeated += listed.put(entry.getKey(), entry.getValue()) == null ? 0 : 1;
      } catch (NotJsonException e) {
        add(letters, line, name, "not-json", String.valueOf(e.getMessage()));
      } catch (MalformedRecordException e) {
        String why = "%s, line %d: %s".formatted(name, line.number(), e.getMessage());
        add(letters, line, name, "not-a-record", why);
      }
    }
    return new OfferingSnapshot(listed, repeated, letters);
  }

  /** The same from bytes. */
  public static OfferingSnapshot read(byte[] bytes, String name) {
    try {
      return read(new ByteArrayInputStream(bytes), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map.Entry<Long, Optional<Offering>> entry(Lines.Line line, String name)
      throws NotJsonException {
    if (line.tooLong()) {
      throw new MalformedRecordException("the line", "at most " + MOST_LINE_BYTES + " bytes");
    }
    return switch (OfferingLines.item(JsonText.parse(line.bytes(), name, line.number()))) {
      case SourceItem.OfferingItem told ->
          Map.entry(told.offering().offeringId(), Optional.of(told.offering()));
      case SourceItem.OfferingWithdrawn told -> Map.entry(told.offeringId(), Optional.empty());
      default -> throw new IllegalStateException("no offering");
    };
  }

  /** A page of something else has thousands of wrong lines; a hundred letters tell as much. */
  private static void add(
      List<DeadLetter> letters, Lines.Line line, String name, String reason, String message) {
    if (letters.size() < MOST_LETTERS) {
      String origin = name + "#" + line.number();
      letters.add(
          new DeadLetter(
              "ingest/offerings/" + origin, "ingest", reason, message, origin, null, line.bytes()));
    }
  }
}
