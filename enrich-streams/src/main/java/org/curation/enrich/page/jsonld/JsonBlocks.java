package org.curation.enrich.page.jsonld;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one script of linked data, strict or not. Pure; safe for use by threads. */
final class JsonBlocks {
  private static final int MAX_CHARACTERS = 1024 * 1024;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_VALUES = 50;

  private static final JsonMapper LENIENT = lenient();

  private JsonBlocks() {}

  private static JsonMapper lenient() {
    JsonMapper.Builder builder =
        JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_CHARACTERS)
                        .build())
                .build());
    for (JsonReadFeature feature :
        List.of(
            JsonReadFeature.ALLOW_JAVA_COMMENTS,
            JsonReadFeature.ALLOW_SINGLE_QUOTES,
            JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
            JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
            JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
            JsonReadFeature.ALLOW_TRAILING_COMMA,
            JsonReadFeature.ALLOW_MISSING_VALUES,
            JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
            JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)) {
      builder.enable(feature);
    }
    return builder.build();
  }

  /** The values of a block; none when it can't be read even after repair. */
  static List<JsonNode> read(String block) {
    if (block.length() > MAX_CHARACTERS) {
      return List.of();
    }
    String text = JsonRepair.unwrapped(block);
    if (text.isEmpty()) {
      return List.of();
    }
    List<JsonNode> read = new ArrayList<>();
    if (!parse(text, read)) {
      List<JsonNode> mended = new ArrayList<>();
      if (parse(JsonRepair.repaired(text), mended) || mended.size() > read.size()) {
        return mended;
      }
    }
    return read;
  }

  /** Takes values up to the first mistake; false when there was one. */
  private static boolean parse(String text, List<JsonNode> read) {
    try (MappingIterator<JsonNode> values = LENIENT.readerFor(JsonNode.class).readValues(text)) {
      while (read.size() < MAX_VALUES && values.hasNextValue()) {
        JsonNode value = values.nextValue();
        if (value.isContainerNode()) {
          read.add(value);
        }
      }
      return true;
    } catch (IOException e) {
      // What pages hold is no mistake of ours; what was read until here counts.
      return false;
    }
  }
}
