package org.curation.ingest.capture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InflatedTest {
  private static final byte[] TEXT = "some text".getBytes(StandardCharsets.UTF_8);

  private boolean closed;

  @Test
  void shouldReadEachEncoding() throws IOException {
    assertThat(read(TEXT, "")).isEqualTo(TEXT);
    assertThat(read(gzip(), "gzip")).isEqualTo(TEXT);
    assertThat(read(deflated(false), "deflate")).isEqualTo(TEXT);
    assertThat(read(deflated(true), "deflate")).isEqualTo(TEXT);
    assertThat(read(new byte[0], "x-gzip")).isEmpty();
    assertThat(closed).as("the body itself").isFalse();
  }

  @Test
  void shouldReadHeadersOfAllForms() throws IOException {
    // Given
    ByteArrayOutputStream long1 = new ByteArrayOutputStream();
    byte[] plain = gzip();
    long1.write(new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 0});
    long1.write(new byte[] {3, 0, 'a', 'b', 'c'});
    long1.write("name\0comment\0".getBytes(StandardCharsets.UTF_8));
    long1.write(new byte[] {0, 0});
    long1.write(plain, 10, plain.length - 10);
    long1.write(plain); // and another one behind it

    // When / Then
    assertThat(new String(read(long1.toByteArray(), "gzip"), StandardCharsets.UTF_8))
        .isEqualTo("some textsome text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void shouldGiveItsMemoryBackWhenClosed(String encoding) throws IOException {
    // Given
    byte[] bytes = encoding.equals("gzip") ? gzip() : deflated(true);
    InputStream in = Inflated.open(body(bytes), encoding);
    assertThat(in.read()).isEqualTo('s');

    // When
    in.close();

    // Then: an inflater that was ended inflates nothing more
    assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
  }

  @Test
  void shouldRefuseWhatIsNoGzip() {
    for (byte[] broken :
        new byte[][] {
          TEXT, {0x1f}, {0x1f, (byte) 0x8b, 7, 0}, {0x1f, (byte) 0x8b, 8, (byte) 0x80, 0}
        }) {
      assertThatThrownBy(() -> Inflated.open(body(broken), "gzip")).isInstanceOf(IOException.class);
    }
    byte[] endless = new byte[100_000];
    Arrays.fill(endless, (byte) 'x');
    System.arraycopy(new byte[] {0x1f, (byte) 0x8b, 8, 8}, 0, endless, 0, 4);
    assertThatThrownBy(() -> Inflated.open(body(endless), "gzip"))
        .hasMessageContaining("without end");
    assertThatThrownBy(() -> Inflated.open(body(TEXT), "br")).isInstanceOf(FetchException.class);
  }

  private byte[] read(byte[] bytes, String encoding) throws IOException {
    try (InputStream in = Inflated.open(body(bytes), encoding)) {
      return in.readAllBytes();
    }
  }

  private InputStream body(byte[] bytes) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public void close() {
        closed = true;
      }
    };
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(TEXT);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflated(boolean bare) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
    try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(TEXT);
    }
    deflater.end();
    return bytes.toByteArray();
  }
}
