package org.curation.ingest.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.LinkKey;
import org.curation.ingest.source.Source;
import org.curation.ingest.source.SourceItem;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.jspecify.annotations.Nullable;

/**
 * A directory of saved records: answers of OpenProject's API, its webhooks' payloads, Dropmark
 * items and exports, lines of offerings and deletions. What a file is shows in its content; names,
 * folders and order of the files make no difference to what is published.
 *
 * <p>The files are read twice: first to learn what they tell about each other, then to tell it. For
 * use once, by one thread.
 */
public final class DirectorySource implements Source {
  private static final List<String> LINK_FIELDS = List.of("cleanUrl", "sourceUrl");
  private static final String MIRROR = "mirror";

  private final Path directory;
  private final RecordFiles reader;
  private final AcceptedIndex accepted;
  private final Options options;
  private final Contradictions contradictions = new Contradictions();
  private @Nullable Snapshot snapshot;

  /**
   * How to read.
   *
   * @param mirror whether items that are known but no longer listed are deleted
   * @param mirrorLimit the share of the known items, from 0 to 1, that one run may delete; ten may
   *     always be
   * @param shuffleSeed reads the files in the random order of a seed; for tests
   * @param clock gives the time of receipt
   * @param excluded folders and files inside of the directory that are passed over
   */
  public record Options(
      boolean mirror,
      double mirrorLimit,
      Optional<Long> shuffleSeed,
      Clock clock,
      List<Path> excluded) {
    private static final double DEFAULT_LIMIT = 0.2;

    /** Requires a share. */
    public Options {
      if (!(mirrorLimit >= 0 && mirrorLimit <= 1)) {
        throw new IllegalArgumentException(
            "mirror limit %s must be a share from 0 to 1".formatted(mirrorLimit));
      }
    }

    /** Deletes nothing; a limit of one fifth for those who mirror. */
    public static Options defaults() {
      return new Options(false, DEFAULT_LIMIT, Optional.empty(), Clock.systemUTC(), List.of());
    }

    /** The same, and items that are no longer listed are deleted. */
    public Options mirroring() {
      return new Options(true, mirrorLimit, shuffleSeed, clock, excluded);
    }

    /** The same with another limit. */
    public Options withMirrorLimit(double limit) {
      return new Options(mirror, limit, shuffleSeed, clock, excluded);
    }

    /** The same, reading the files in another order. */
    public Options shuffled(long seed) {
      return new Options(mirror, mirrorLimit, Optional.of(seed), clock, excluded);
    }

    /** The same with another clock. */
    public Options withClock(Clock other) {
      return new Options(mirror, mirrorLimit, shuffleSeed, other, excluded);
    }

    /** The same, passing over some folders and files. */
    public Options without(List<Path> folders) {
      return new Options(mirror, mirrorLimit, shuffleSeed, clock, List.copyOf(folders));
    }
  }

  private record Snapshot(DirectoryFiles files, DirectoryIndex index) {}

  /**
   * A source that has read nothing yet.
   *
   * @param verifier checks signed payloads; when it is there, webhooks' payloads must be signed
   * @param accepted what enrichment has accepted so far
   */
  public DirectorySource(
      Path directory,
      Optional<WebhookSignature> verifier,
      AcceptedIndex accepted,
      Options options) {
    this.directory = directory;
    this.reader = new RecordFiles(verifier);
    this.accepted = accepted;
    this.options = options;
  }

  @Override
  public String name() {
    return "files";
  }

  @Override
  public void read(Consumer<? super SourceItem> out) {
    Snapshot seen = snapshot();
    Listings listings = seen.index().listings();
    RawRecords records = records(seen);
    seen.index().offerings().emit(out);
    Sequencer sequencer = new Sequencer(id -> listings.of(id).records(), out, contradictions);
    forEach(
        seen.files(),
        found -> {
          listings.addLate(found.shape());
          tell(found, records, sequencer, out);
        });
    sequencer.finish();
    if (options.mirror()) {
      mirror(listings, records, out);
    }
  }

  /**
   * Refuses a directory that holds JSON files, but not one record: it was meant to be another one.
   *
   * @throws org.curation.service.UserError when it is so, or the directory can't be read
   */
  public void requireRecords() {
    snapshot().index().strangers().refuse(directory);
  }

  /**
   * What nothing is wrong with, but a person should know when everything was read: files that were
   * not looked at, and records that contradict each other.
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(contradictions.forPeople());
    snapshot().files().othersForPeople().ifPresent(notes::add);
    return notes;
  }

  /**
   * The curations by the keys of the links that any of their records has.
   *
   * @see LinkKey
   * @throws org.curation.service.UserError when the directory can't be read
   */
  public Map<String, Set<CurationId>> links() {
    Map<String, Set<CurationId>> links = new TreeMap<>();
    Snapshot seen = snapshot();
    RawRecords records = records(seen);
    forEach(
        seen.files(),
        found -> {
          switch (found.shape()) {
            case Shape.WorkPackageItem told ->
                links(records.workPackage(told.item(), told.event(), found.origin()), links);
            case Shape.Mark told -> link(told.item().link(), told.item().id(), links);
            default -> {}
          }
        });
    return links;
  }

  private void tell(
      Found found, RawRecords records, Sequencer sequencer, Consumer<? super SourceItem> out) {
    String origin = found.origin();
    switch (found.shape()) {
      case Shape.WorkPackageItem told ->
          sequencer.add(records.workPackage(told.item(), told.event(), origin));
      case Shape.Mark told -> sequencer.add(records.mark(told.item(), told.export(), origin));
      case Shape.Deletion told -> {
        RawCuration deletion = records.deletion(told.id(), told.number(), origin);
        if (deletion == null) {
          out.accept(new SourceItem.Skipped(origin, "deletion of an unknown item"));
        } else {
          sequencer.add(deletion);
        }
      }
      case Shape.Skip told -> out.accept(new SourceItem.Skipped(origin, told.reason()));
      case Shape.Reject reject ->
          out.accept(new SourceItem.Rejected(origin, reject.reason(), reject.message()));
      case Shape.Undecodable broken -> out.accept(LineRecords.letter(found, broken));
      case Shape.Offered offered -> {}
      case Shape.Withdrawn withdrawn -> {}
      case Shape.Schema schema -> {}
      case Shape.AttachmentList attachments -> {}
      case Shape.Project project -> {}
      case Shape.Ignored ignored -> {}
    }
  }

  private void mirror(Listings listings, RawRecords records, Consumer<? super SourceItem> out) {
    Mirror mirror = Mirror.of(accepted, listings, options.mirrorLimit());
    if (mirror.refusal().isPresent()) {
      out.accept(new SourceItem.Rejected(MIRROR, "mirror limit", mirror.refusal().get()));
      return;
    }
    mirror
        .missing()
        .forEach(
            item ->
                out.accept(
                    new SourceItem.Curation(records.deletion(item.id(), item.version(), MIRROR))));
  }

  private Snapshot snapshot() {
    Snapshot known = snapshot;
    if (known == null) {
      known = new Snapshot(DirectoryFiles.of(directory, options.excluded()), new DirectoryIndex());
      forEach(known.files(), known.index()::add);
      snapshot = known;
    }
    return known;
  }

  private RawRecords records(Snapshot seen) {
    return new RawRecords(
        seen.index().context(),
        new Incarnations(accepted, seen.index().listings(), options.mirror()),
        options.clock());
  }

  private void forEach(DirectoryFiles files, Consumer<? super Found> out) {
    List<SourceFile> order = new ArrayList<>(files.files());
    options.shuffleSeed().ifPresent(seed -> Collections.shuffle(order, new Random(seed)));
    files.problems().forEach(out);
    order.forEach(file -> reader.read(file, out));
  }

  private static void links(RawCuration raw, Map<String, Set<CurationId>> links) {
    Map<String, JsonNode> fields = raw.context() == null ? null : raw.context().fields();
    if (fields == null) {
      return;
    }
    for (String name : LINK_FIELDS) {
      JsonNode value = fields.get(name);
      link(value == null ? null : value.textValue(), raw.id(), links);
    }
  }

  private static void link(
      @Nullable String link, CurationId id, Map<String, Set<CurationId>> links) {
    if (link != null && !link.isBlank()) {
      links.computeIfAbsent(LinkKey.of(link), key -> new TreeSet<>()).add(id);
    }
  }
}
