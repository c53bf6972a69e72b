package org.curation.enrich.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.curation.model.CanonicalJson;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of two records of one curation is the newer, and joins two of the same age. The
 * join is commutative, associative and idempotent, so the order of arrival of any set of records
 * never changes the result. Pure; safe for use by threads.
 */
public final class VersionGuard {
  private static final Comparator<RawCuration> AGE =
      Comparator.comparing(RawCuration::version)
          .thenComparing(raw -> raw.event() == SourceEvent.DELETED)
          .thenComparing(
              raw -> raw.event() == SourceEvent.DELETED ? null : raw.updatedAt(),
              Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          // A project or a person can get another name while the item stays as it is.
          .thenComparing(
              raw -> raw.event() == SourceEvent.DELETED ? null : asOf(raw),
              Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

  private VersionGuard() {}

  /**
   * What the newest record is after {@code arrived} has been seen too.
   *
   * @return {@code known} itself when the arrived one adds nothing
   */
  public static RawCuration newest(@Nullable RawCuration known, RawCuration arrived) {
    if (known == null) {
      return arrived;
    }
    int age = AGE.compare(arrived, known);
    if (age != 0) {
      return age > 0 ? arrived : known;
    }
    if (known.event() == SourceEvent.DELETED) {
      return known;
    }
    RawCuration joined = join(known, arrived);
    return same(joined, known) ? known : joined;
  }

  private static @Nullable Instant asOf(RawCuration raw) {
    CurationContext context = raw.context();
    return context == null ? null : context.asOf();
  }

  private static RawCuration join(RawCuration a, RawCuration b) {
    RawCuration first = base(a, b);
    return new RawCuration(
        first.id(),
        first.event(),
        first.version(),
        first.updatedAt(),
        first.receivedAt(),
        first.origin(),
        first.payload(),
        join(a.context(), b.context()));
  }

  /**
   * The payload that stays when both differ: any fixed order will do as long as it looks at the
   * content only.
   */
  private static RawCuration base(RawCuration a, RawCuration b) {
    int order = text(a.payload()).compareTo(text(b.payload()));
    if (order == 0) {
      order = a.origin().compareTo(b.origin());
    }
    return order >= 0 ? a : b;
  }

  private static @Nullable CurationContext join(
      @Nullable CurationContext a, @Nullable CurationContext b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return new CurationContext(
        fields(a.fields(), b.fields()),
        project(a.project(), b.project()),
        larger(a.type(), b.type()),
        larger(a.status(), b.status()),
        larger(a.author(), b.author()),
        larger(a.attachments(), b.attachments(), VersionGuard::attachmentsText),
        larger(a.collection(), b.collection()),
        // Records of one age have one such time.
        a.asOf());
  }

  private static @Nullable Map<String, JsonNode> fields(
      @Nullable Map<String, JsonNode> a, @Nullable Map<String, JsonNode> b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    Map<String, JsonNode> joined = new HashMap<>(a);
    b.forEach(
        (name, value) ->
            joined.merge(name, value, (x, y) -> text(x).compareTo(text(y)) >= 0 ? x : y));
    return joined;
  }

  private static @Nullable ProjectRef project(@Nullable ProjectRef a, @Nullable ProjectRef b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return new ProjectRef(
        larger(a.id(), b.id()), larger(a.identifier(), b.identifier()), larger(a.name(), b.name()));
  }

  private static @Nullable String larger(@Nullable String a, @Nullable String b) {
    return larger(a, b, Function.identity());
  }

  private static <T> @Nullable T larger(
      @Nullable T a, @Nullable T b, Function<? super T, String> text) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return text.apply(a).compareTo(text.apply(b)) >= 0 ? a : b;
  }

  private static String attachmentsText(List<?> attachments) {
    return text(Json.mapper().valueToTree(attachments));
  }

  private static String text(@Nullable JsonNode node) {
    return node == null ? "" : CanonicalJson.text(node);
  }

  private static boolean same(RawCuration a, RawCuration b) {
    return text(a.payload()).equals(text(b.payload()))
        && text(Json.mapper().valueToTree(a.context()))
            .equals(text(Json.mapper().valueToTree(b.context())));
  }
}
