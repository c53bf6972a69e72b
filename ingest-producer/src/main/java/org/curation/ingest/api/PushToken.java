package org.curation.ingest.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.curation.model.CanonicalJson;
import org.curation.service.UserError;

/**
 * Who may push what. Only the token's hash is known.
 *
 * @param name for people
 * @param rights a source's name, or {@code offerings}, or both
 * @param hash SHA-256 of the token, lower-case hexadecimal
 */
record PushToken(String name, Set<String> rights, String hash) {
  static final String OFFERINGS = "offerings";
  private static final Set<String> OWN_WAYS = Set.of("open-project", "dropmark");
  private static final String BEARER = "Bearer ";

  PushToken {
    rights = Set.copyOf(rights);
  }

  /**
   * Reads {@code name:rights:hash}.
   *
   * @throws UserError when it gives a source that has its own way in
   */
  static PushToken of(String text) {
    String[] parts = text.split(":", 3);
    Set<String> rights = Set.of(parts[1].split("\\+"));
    if (rights.stream().anyMatch(OWN_WAYS::contains)) {
      throw new UserError(
          "ingest.api.tokens: the token \"%s\" is for %s, which has its own way in. Give it another source name."
              .formatted(parts[0], parts[1]));
    }
    return new PushToken(parts[0], rights, parts[2]);
  }

  /** The source that it may push; empty when it is for offerings only. */
  Optional<String> source() {
    return rights.stream().filter(right -> !right.equals(OFFERINGS)).findFirst();
  }

  /** Finds whose token a request carries. Every hash is compared, each in constant time. */
  static PushToken require(Call call, List<PushToken> tokens) {
    String header = call.header("Authorization").orElse("");
    String token = header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : "";
    byte[] hash =
        HexFormat.of().parseHex(CanonicalJson.sha256(token.getBytes(StandardCharsets.UTF_8)));
    PushToken found = null;
    for (PushToken each : tokens) {
      if (MessageDigest.isEqual(hash, HexFormat.of().parseHex(each.hash)) && !token.isEmpty()) {
        found = each;
      }
    }
    if (found == null) {
      throw Problem.of(
              Problem.Kind.NO_TOKEN,
              "Send Authorization: Bearer and a token whose hash is in ingest.api.tokens.")
          .with("WWW-Authenticate", "Bearer")
          .asException();
    }
    call.place().countTo(found.name);
    return found;
  }

  /** A problem unless the token has a right. */
  void require(String right) {
    if (!rights.contains(right)) {
      throw Problem.of(
              Problem.Kind.FORBIDDEN, "This token is not for that; it is for " + rights + ".")
          .asException();
    }
  }
}
