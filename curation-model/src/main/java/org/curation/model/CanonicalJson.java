package org.curation.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One text for equal JSON values: keys sorted, no white space. Pure; safe for use by threads. */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** The canonical text of a value. */
  public static String text(JsonNode node) {
    return sorted(node).toString();
  }

  /** SHA-256 of {@link #text}, lower-case hexadecimal. */
  public static String sha256(JsonNode node) {
    return sha256(text(node).getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of bytes, lower-case hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode(node.size());
      node.forEach(element -> array.add(sorted(element)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    names.sort(null);
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    names.forEach(name -> object.set(name, sorted(node.get(name))));
    return object;
  }
}
