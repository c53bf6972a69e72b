package org.curation.ingest.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.curation.model.PageContent;
import org.curation.model.topic.Json;

/** Lets JSON texts through, and nothing else: UTF-8, one object or array, bounded. Pure. */
final class JsonText {
  /** Most bytes that are kept. */
  static final int MAX_BYTES = PageContent.MAX_CHARS;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private JsonText() {}

  static Content read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return new Content.Unusable(
          "the JSON has %d bytes, at most %d are kept".formatted(bytes.length, MAX_BYTES));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String json = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
      return Json.mapper().readTree(json).isContainerNode()
          ? new Content.Text(PageContent.of(json))
          : new Content.Unusable("the JSON is neither an object nor an array");
    } catch (CharacterCodingException e) {
      return new Content.Unusable("the bytes are no JSON: they are not UTF-8");
    } catch (JsonProcessingException e) {
      // Its own message would quote the file.
      return new Content.Unusable(
          "the bytes are no JSON of at most %d levels that says each thing once%s"
              .formatted(
                  Json.MAX_DEPTH,
                  e.getLocation() == null ? "" : ": see line " + e.getLocation().getLineNr()));
    }
  }
}
