package org.curation.ingest.openproject.poll;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.curation.ingest.openproject.Hrefs;
import org.curation.ingest.openproject.WorkPackage;
import org.curation.ingest.openproject.api.ApiSurroundings;
import org.curation.ingest.openproject.api.ApiTroubleException;
import org.curation.ingest.openproject.api.OpenProjectContexts;
import org.curation.ingest.openproject.api.Reply;
import org.curation.ingest.openproject.api.WorkPackageQuery;
import org.curation.ingest.openproject.api.WorkPackageQuery.By;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.CheckpointedPublisher;
import org.curation.ingest.source.Fields;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * Compares everything that OpenProject lists with everything that was accepted. What is listed and
 * not accepted is published, and what bears a new name; what is accepted and not listed is asked
 * for once more, and deleted when it really is gone. For one thread.
 */
final class Reconciliation {
  private static final int ALWAYS_ALLOWED = 10;
  private static final int MOST_NAMES = 20_000;

  private final Settings settings;
  private final OpenProjectContexts contexts;
  private final WorkPackageQuery query;
  private final Known known;
  private final CheckpointedPublisher publisher;
  private final Clock clock;
  private final Set<CurationId> listed = new HashSet<>();
  private final Map<String, String> names = new TreeMap<>();

  Reconciliation(
      Settings settings,
      OpenProjectContexts contexts,
      WorkPackageQuery query,
      Known known,
      CheckpointedPublisher publisher,
      Clock clock) {
    this.settings = settings;
    this.contexts = contexts;
    this.query = query;
    this.known = known;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Compares and publishes.
   *
   * @param accepted as it was before this began
   * @return the position after it, which is published; it says why nothing was deleted, if so
   * @throws ApiTroubleException when the list can't be had whole; then nothing is deleted
   */
  Position run(Position before, AcceptedIndex accepted) {
    contexts.forget();
    Batch batch = new Batch(contexts, known, settings.timeout(), clock, before.incomplete());
    new Walk(contexts.client(), query, By.CREATED, settings.pageSize())
        .from(
            Instant.EPOCH,
            clock.instant(),
            (rows, until) -> {
              rows.forEach(row -> compare(row, before, batch));
              batch.publish(publisher, null);
            });
    List<CurationId> live =
        accepted.accepted().keySet().stream()
            .filter(id -> id.source().equals(WorkPackage.SOURCE) && accepted.isLive(id))
            .sorted()
            .toList();
    List<CurationId> missing = live.stream().filter(id -> !listed.contains(id)).toList();
    String refusal = refusal(missing.size(), live.size());
    if (refusal == null) {
      missing.forEach(id -> confirm(id, batch));
    }
    Map<String, String> all = new TreeMap<>(before.names());
    all.putAll(names);
    Position lacking = before.lacking(batch.incomplete());
    Position after =
        lacking.reconciled(
            clock.instant(),
            refusal,
            all.size() > MOST_NAMES ? names : all,
            !before.overflow() && lacking.overflow());
    batch.publish(publisher, after);
    return after;
  }

  private void compare(JsonNode row, Position before, Batch batch) {
    WorkPackage item = batch.read(row);
    if (item == null) {
      // It is listed, whatever it looks like.
      String id = Fields.id(row, "id");
      if (id != null && id.matches("\\d{1,18}")) {
        listed.add(WorkPackage.idOf(id));
      }
      return;
    }
    listed.add(item.id());
    ApiSurroundings around = contexts.within(settings.timeout());
    Map<String, String> now = Names.of(row, around);
    around
        .gap()
        .filter(ApiSurroundings::concernsEverything)
        .ifPresent(
            trouble -> {
              throw new ApiTroubleException(trouble);
            });
    names.putAll(now);
    boolean renamed =
        before.overflow()
            || now.entrySet().stream()
                .anyMatch(
                    name ->
                        before.names().containsKey(name.getKey())
                            && !name.getValue().equals(before.names().get(name.getKey())));
    var version = known.listed(item.id(), item.number());
    boolean there =
        known.isTold(item.id(), version, item.updatedAt()) || known.isAccepted(item.id(), version);
    if (renamed || !there) {
      batch.add(item, renamed);
    }
  }

  private void confirm(CurationId id, Batch batch) {
    switch (contexts.client().get(WorkPackageQuery.one(id.sourceId()), "WorkPackage")) {
      case Reply.NotFound gone -> batch.delete(id);
      case Reply.Answer answer -> {
        if (matches(answer.body(), "project", query.projects())
            && matches(answer.body(), "type", query.types())) {
          WorkPackage item = batch.read(answer.body());
          if (item != null && !known.isAccepted(id, known.listed(id, item.number()))) {
            batch.add(item, false);
          }
        } else {
          batch.delete(id);
        }
      }
      case Reply.Trouble trouble -> throw new ApiTroubleException(trouble);
    }
  }

  private static boolean matches(JsonNode row, String link, List<String> wanted) {
    String number = Hrefs.lastNumber(Fields.text(row, "_links", link, "href"));
    return wanted.isEmpty() || (number != null && wanted.contains(number));
  }

  private @Nullable String refusal(int missing, int live) {
    if (missing == 0) {
      return null;
    }
    if (listed.isEmpty()) {
      return "none of %d known work packages is listed, nor any other; nothing is deleted. Check the token's user, ingest.openproject.projects and ingest.openproject.types."
          .formatted(live);
    }
    return missing <= Math.max(ALWAYS_ALLOWED, settings.deleteLimit() * live)
        ? null
        : String.format(
            Locale.ROOT,
            "%d of %d known work packages are not listed, more than the limit of %d items or %.0f %%; nothing is deleted. Check the token's user and the configured projects and types; if they really are gone, restart with a higher ingest.openproject.delete-limit.",
            missing,
            live,
            ALWAYS_ALLOWED,
            settings.deleteLimit() * 100);
  }
}
