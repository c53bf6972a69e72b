package org.curation.enrich.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.curation.enrich.link.Link;
import org.curation.enrich.record.CuratedItem.ImageSource;
import org.curation.model.RawCuration;
import org.jspecify.annotations.Nullable;

/** Reads the payload of any known source. Pure; safe for use by threads. */
public final class Payloads {
  /** What browsers and servers take; a capture request must carry it too. */
  private static final int MAX_LINK = 8192;

  private Payloads() {}

  /** Whether a record was taken over from a site that was published before. */
  public static boolean isArchived(RawCuration raw) {
    return raw.payload() != null && PublishedPayload.isOne(raw.payload());
  }

  /** Reads a record that has a payload. */
  public static Reading read(RawCuration raw) {
    JsonNode payload = raw.payload();
    if (payload == null || !payload.isObject()) {
      return new Reading.Unusable(
          "no-payload", "The record of %s has no payload object.".formatted(raw.id()));
    }
    if (PublishedPayload.isOne(payload)) {
      return PublishedPayload.read(raw, payload);
    }
    return switch (raw.id().source()) {
      case "open-project" -> OpenProjectPayload.read(raw, payload);
      case "dropmark" -> DropmarkPayload.read(raw, payload);
      // Every other source pushes, and all of them in one form.
      default -> PushedPayload.read(raw, payload);
    };
  }

  static Reading.Unusable missing(RawCuration raw, String what, String where) {
    return new Reading.Unusable(
        "missing-" + what,
        "%s version %s has no %s (%s). Set it in the source; the item is published when it arrives again."
            .formatted(raw.id(), raw.version(), what, where));
  }

  static Reading linked(
      RawCuration raw,
      String href,
      String original,
      java.util.function.Function<Link, CuratedItem> item) {
    Optional<Link> link =
        href.length() > MAX_LINK || original.length() > MAX_LINK
            ? Optional.empty()
            : Link.asCurated(href, original);
    if (link.isEmpty()) {
      return new Reading.Unusable(
          "bad-link",
          "The link of %s is no http or https address with a host and at most %d characters%s. Correct it in the source."
              .formatted(
                  raw.id(),
                  MAX_LINK,
                  href.startsWith("//") ? ": it begins with //, so https: is missing" : ""));
    }
    return new Reading.Item(item.apply(link.get()));
  }

  /** A text that says something, else null. */
  static @Nullable String text(@Nullable JsonNode node) {
    if (node == null || !node.isValueNode() || node.isNull()) {
      return null;
    }
    String text = node.asText().strip();
    return text.codePoints().anyMatch(Payloads::isVisible) ? text : null;
  }

  /** Where an image is fetched from; null when nobody could. */
  static @Nullable ImageSource image(@Nullable String url, String fileName) {
    return url == null || url.length() > MAX_LINK || fileName.length() > MAX_LINK
        ? null
        : new ImageSource(url, fileName);
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.UNASSIGNED;
  }

  static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
    return first != null ? first : second;
  }
}
