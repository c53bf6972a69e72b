package org.curation.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A page's HTML as fetched, decoded to text and compressed.
 *
 * @param htmlGzip the text in UTF-8, gzip-compressed
 * @param length the number of characters of the text
 * @param truncated whether the page was longer than {@link #MAX_CHARS} and cut there
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; Jackson writes it as base64
public record PageContent(byte[] htmlGzip, int length, boolean truncated) {
  /** Longest text that is kept, in characters. */
  public static final int MAX_CHARS = 2 * 1024 * 1024;

  private static final int MAX_BYTES = 4 * MAX_CHARS;

  /** Requires the bytes. */
  public PageContent {
    Objects.requireNonNull(htmlGzip, "htmlGzip");
  }

  /** Compresses a page, cutting it at {@link #MAX_CHARS}. */
  public static PageContent of(String html) {
    boolean truncated = html.length() > MAX_CHARS;
    String kept = truncated ? html.substring(0, MAX_CHARS) : html;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(kept.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PageContent(bytes.toByteArray(), kept.length(), truncated);
  }

  /**
   * The page's text. Decompresses at most {@link #MAX_CHARS} characters' worth of bytes, whatever
   * the compressed form claims.
   *
   * @throws IllegalArgumentException when the bytes are not gzip
   */
  public String html() {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(htmlGzip))) {
      return new String(gzip.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("htmlGzip is not gzip: " + e.getMessage(), e);
    }
  }
}
