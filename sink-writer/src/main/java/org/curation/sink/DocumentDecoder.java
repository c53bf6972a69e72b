package org.curation.sink;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.SchemaVersion;
import org.curation.sink.Decoded.Incoming;
import org.curation.sink.Decoded.Undecodable;

/** Reads records of {@code curation.documents}. Pure. */
final class DocumentDecoder {
  static final String BAD_KEY = "bad-key";
  static final String UNDECODABLE = "undecodable";
  static final String ID_MISMATCH = "id-mismatch";

  private static final JsonSerde<Document> DOCUMENT = JsonSerde.of(Document.class);

  private DocumentDecoder() {}

  static Decoded decode(ConsumerRecord<byte[], byte[]> source) {
    Optional<String> version = SchemaVersion.problem(source.headers());
    if (version.isPresent()) {
      return new Undecodable(source, SchemaVersion.UNKNOWN, version.get());
    }
    if (source.key() == null) {
      return new Undecodable(source, BAD_KEY, "The record has no key; expected a curation id.");
    }
    if (source.value() == null) {
      return new Undecodable(
          source,
          UNDECODABLE,
          "The record has no value; a document that is no longer published has state UNPUBLISHED.");
    }
    CurationId key;
    try {
      key = CurationId.parse(new String(source.key(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return new Undecodable(source, BAD_KEY, "The key is no curation id: " + e.getMessage());
    }
    try {
      Document document = DOCUMENT.read(source.value());
      return document.id().equals(key)
          ? new Incoming(source, document)
          : new Undecodable(
              source,
              ID_MISMATCH,
              "The key says %s, the document says %s.".formatted(key, document.id()));
    } catch (SerializationException e) {
      return new Undecodable(
          source,
          UNDECODABLE,
          "The value is no document: %s. Correct what wrote it, then redrive."
              .formatted(e.getMessage()));
    }
  }
}
