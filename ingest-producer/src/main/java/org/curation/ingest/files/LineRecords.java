package org.curation.ingest.files;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.SourceItem;
import org.curation.model.RawCuration;
import org.curation.service.DeadLetter;

/**
 * Tells what single lines say that are saved records, each for itself: a work package must bring
 * what belongs to it, as a collection's answer does. For one thread.
 */
public final class LineRecords {
  /** Longest line in bytes. */
  public static final int MOST_BYTES = 4 * 1024 * 1024;

  private final RecordFiles reader = new RecordFiles(Optional.empty(), MOST_BYTES);
  private final SourceFile file;
  private final AcceptedIndex accepted;
  private final Clock clock;

  /**
   * Lines of one file.
   *
   * @param name for people and in the ids of letters
   * @param accepted what enrichment has accepted so far
   */
  public LineRecords(Path path, String name, AcceptedIndex accepted, Clock clock) {
    this.file = new SourceFile(path, name, SourceFile.Format.LINES, null);
    this.accepted = accepted;
    this.clock = clock;
  }

  /** What a line tells; nothing for a blank one. */
  public List<SourceItem> read(Lines.Line line) {
    List<Found> all = new ArrayList<>();
    reader.line(file, line, all::add);
    DirectoryIndex index = new DirectoryIndex();
    all.forEach(index::add);
    RawRecords records =
        new RawRecords(index.context(), new Incarnations(accepted, index.listings(), false), clock);
    List<SourceItem> items = new ArrayList<>();
    index.offerings().emit(items::add);
    all.forEach(found -> tell(found, records, items));
    return items;
  }

  private static void tell(Found found, RawRecords records, List<SourceItem> out) {
    String origin = found.origin();
    switch (found.shape()) {
      case Shape.WorkPackageItem told ->
          out.add(new SourceItem.Curation(records.workPackage(told.item(), told.event(), origin)));
      case Shape.Mark told ->
          out.add(new SourceItem.Curation(records.mark(told.item(), told.export(), origin)));
      case Shape.Deletion told -> {
        RawCuration deletion = records.deletion(told.id(), told.number(), origin);
        out.add(
            deletion == null
                ? new SourceItem.Skipped(origin, "deletion of an unknown item")
                : new SourceItem.Curation(deletion));
      }
      case Shape.Skip told -> out.add(new SourceItem.Skipped(origin, told.reason()));
      case Shape.Reject told ->
          out.add(new SourceItem.Rejected(origin, told.reason(), told.message()));
      case Shape.Undecodable broken -> out.add(letter(found, broken));
      default -> {}
    }
  }

  static SourceItem letter(Found found, Shape.Undecodable broken) {
    return new SourceItem.Undecodable(
        new DeadLetter(
            found.letterId(),
            "ingest",
            broken.reason(),
            broken.message(),
            found.origin(),
            null,
            broken.bytes()));
  }
}
