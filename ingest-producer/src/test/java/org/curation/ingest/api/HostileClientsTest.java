package org.curation.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send too much, too slowly, or stop in between. */
@Timeout(60)
class HostileClientsTest {
  private static final int MIB = 1024 * 1024;
  private static final String HEAD =
      "POST /webhooks/openproject HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
          + "X-OP-Signature: sha1=0123456789012345678901234567890123456789\r\n";

  private final ApiScene scene = ApiScene.with(quick());

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void shouldRefuseADeclaredLengthWithoutReading() throws IOException {
    // Given
    try (Socket socket = socket()) {
      // When
      write(socket, HEAD + "Content-Length: 104857600\r\n\r\n");

      // Then
      assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("too-large");
    }
  }

  @Test
  void shouldCutOffAStreamAtTheLimit() throws IOException {
    // Given
    byte[] chunk = new byte[MIB];
    long sent = 0;
    try (Socket socket = socket()) {
      write(socket, HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      OutputStream out = socket.getOutputStream();

      // When
      try {
        for (int i = 0; i < 100; i++) {
          out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
          out.write(chunk);
          out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
          sent += chunk.length;
        }
      } catch (IOException cutOff) {
        // That is what is wanted.
      }
    }

    // Then: what is beyond the limit is in the buffers of two sockets at most.
    assertThat(sent).isLessThan(40L * MIB);
    assertThat(scene.published).isEmpty();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> scene.server().bytesInHand() == 0);
  }

  @Test
  void shouldCutOffWhoDrips() throws IOException {
    // Given
    long start = System.nanoTime();
    try (Socket socket = socket()) {
      write(socket, HEAD + "Content-Length: 1000\r\n\r\n");
      Thread drip =
          Thread.ofVirtual()
              .start(
                  () ->
                      Awaitility.await()
                          .pollInterval(Duration.ofMillis(100))
                          .atMost(Duration.ofSeconds(30))
                          .until(() -> !taken(socket)));

      // When
      String answer = answer(socket);
      drip.interrupt();

      // Then
      assertThat(answer).startsWith("HTTP/1.1 408");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void shouldCutOffWhoIsSilent() throws IOException {
    // Given
    try (Socket socket = socket()) {
      // When
      write(socket, HEAD + "Content-Length: 1000\r\n\r\n{");

      // Then
      assertThat(answer(socket)).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void shouldAnswerManyHeadersWithAProblem() throws IOException {
    // Given
    try (Socket socket = socket()) {
      // When
      write(socket, HEAD + "X-Bomb: y\r\n".repeat(4000) + "\r\n");

      // Then
      assertThat(answer(socket)).startsWith("HTTP/1.1 431").contains("problem+json");
    }
  }

  /** Sends one more byte; false when nobody takes it. */
  private static boolean taken(Socket socket) {
    try {
      socket.getOutputStream().write(' ');
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Socket socket() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), scene.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String answer(Socket socket) throws IOException {
    byte[] buffer = new byte[4096];
    StringBuilder text = new StringBuilder();
    for (int read = socket.getInputStream().read(buffer);
        read > 0;
        read = text.indexOf("}") > 0 ? -1 : socket.getInputStream().read(buffer)) {
      text.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
    }
    return text.toString();
  }

  private static ApiLimits quick() {
    ApiLimits standard = ApiLimits.standard();
    return new ApiLimits(
        standard.bodyBytes(),
        standard.webhooks(),
        standard.pushes(),
        standard.perToken(),
        standard.connections(),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        standard.context(),
        standard.acknowledgement(),
        standard.elements());
  }
}
