package org.curation.ingest.capture.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.curation.ingest.capture.Fetched.Reply;
import org.curation.ingest.capture.guard.WebAddress;
import org.jspecify.annotations.Nullable;

/** The redirects of one fetch. Used by one thread. */
final class Trail {
  private static final int MOST_HOPS = 10;

  private final String asked;
  private final List<String> answered = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private boolean moved = true;
  private @Nullable Integer status;

  Trail(String asked) {
    this.asked = asked;
  }

  /** An address answered. */
  void answered(WebAddress address, int status) {
    // The address as asked for stays as it was written.
    answered.add(answered.isEmpty() ? asked : address.toString());
    seen.add(address.toString());
    this.status = status;
  }

  /**
   * Goes on to another address.
   *
   * @throws FetchException when that has no end
   */
  void leadsTo(WebAddress target, boolean permanent) throws FetchException {
    moved &= permanent;
    if (seen.contains(target.toString())) {
      throw FetchException.failed("it redirects in a loop");
    }
    if (answered.size() > MOST_HOPS) {
      throw FetchException.failed("it redirects more than %d times".formatted(MOST_HOPS));
    }
  }

  /** What was seen so far. */
  Reply reply() {
    int count = answered.size();
    return count == 0
        ? new Reply(null, null, List.of(), false)
        : new Reply(
            status,
            answered.get(count - 1),
            count > 2 ? answered.subList(1, count - 1) : List.of(),
            count > 1 && moved);
  }

  /** A header's text as its sender meant it: UTF-8 if it can be. */
  static String headerText(String header) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return header;
    }
  }
}
