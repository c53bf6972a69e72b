package org.curation.model.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one record type as JSON. A value that does not fit is a {@link
 * SerializationException} whose message names the path and never quotes the value. Safe for use by
 * threads.
 *
 * @param <T> the record type
 */
public final class JsonSerde<T> implements Serde<T> {
  private final Class<T> type;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  private JsonSerde(Class<T> type) {
    this.type = type;
    this.reader = Json.mapper().readerFor(type);
    this.writer = Json.mapper().writerFor(type);
  }

  /** The serde of a type. */
  public static <T> JsonSerde<T> of(Class<T> type) {
    return new JsonSerde<>(type);
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : write(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> bytes == null ? null : read(bytes);
  }

  /**
   * Reads a value.
   *
   * @throws SerializationException when the bytes are not JSON of this type
   */
  public T read(byte[] bytes) {
    T value;
    try {
      value = reader.readValue(bytes);
    } catch (JsonMappingException e) {
      throw failure("at " + path(e) + ": " + cause(e), e);
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : " at line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw failure("not JSON" + place, e);
    } catch (IOException e) {
      throw failure("not readable", e);
    }
    if (value == null) {
      throw new SerializationException(
          type.getSimpleName()
              + ": the JSON value null is no record; a deletion is an empty value");
    }
    return value;
  }

  /** Writes a value. */
  public byte[] write(T value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw failure("can't be written", e);
    }
  }

  private SerializationException failure(String message, Exception cause) {
    return new SerializationException(type.getSimpleName() + " " + message, cause);
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder("$");
    for (JsonMappingException.Reference step : e.getPath()) {
      path.append(
          step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
    }
    return path.toString();
  }

  private static @Nullable String cause(JsonMappingException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : root.getMessage();
  }
}
