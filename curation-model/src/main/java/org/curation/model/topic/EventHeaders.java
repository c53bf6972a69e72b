package org.curation.model.topic;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 headers in Kafka's binary mode, and the W3C {@code traceparent}. Every record of
 * every topic of the catalogue carries them.
 *
 * <p>Names follow the CloudEvents Kafka protocol binding 1.0.2 and W3C Trace Context level 1.
 */
public final class EventHeaders {
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String TIME = "ce_time";
  public static final String SUBJECT = "ce_subject";
  public static final String CONTENT_TYPE = "content-type";
  public static final String TRACE_PARENT = "traceparent";

  private static final SecureRandom RANDOM = new SecureRandom();

  private EventHeaders() {}

  /**
   * Sets the headers of a new event, replacing any that are there.
   *
   * @param id names the event uniquely within its source; equal for a repeated send
   * @param source the stage, for example {@code /ingest-producer}
   * @param spec the topic, which gives the type and the content type
   * @param traceParent of the event that caused this one; null starts a new trace
   */
  public static void write(
      Headers headers,
      String id,
      String source,
      TopicSpec<?> spec,
      String subject,
      @Nullable Instant time,
      @Nullable String traceParent) {
    set(headers, SPEC_VERSION, "1.0");
    set(headers, ID, id);
    set(headers, SOURCE, source);
    set(headers, TYPE, "org." + spec.name() + ".v1");
    set(headers, SUBJECT, subject);
    if (time != null) {
      set(headers, TIME, time.toString());
    }
    set(
        headers,
        CONTENT_TYPE,
        spec.valueType() == byte[].class ? "application/octet-stream" : "application/json");
    set(headers, TRACE_PARENT, traceParent == null ? newTrace() : nextSpan(traceParent));
  }

  /** A header's text, or null when it is absent. */
  public static @Nullable String read(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Replaces a header. */
  public static void set(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String newTrace() {
    return "00-" + hex(16) + "-" + hex(8) + "-01";
  }

  private static String nextSpan(String parent) {
    return parent.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
        ? parent.substring(0, 36) + hex(8) + parent.substring(52)
        : newTrace();
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
