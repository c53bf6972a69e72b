package org.curation.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Serves some pages on loopback and writes down what is asked for: also what a browser asks it for
 * as its proxy, so that nothing leaves the machine and nothing is missed.
 */
final class RecordingServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Map<String, byte[]> pages;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** Starts with pages by their path; more may come. */
  RecordingServer(Map<String, byte[]> pages) {
    this.pages = pages;
    try {
      socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("recording-server").start(this::accept);
  }

  /** For example {@code http://127.0.0.1:4711}. */
  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Method and target of each request, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> answer(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      connection.setSoTimeout(10_000);
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = reader.readLine();
      if (line == null || line.isEmpty()) {
        return;
      }
      String[] words = line.split(" ", -1);
      String target = words.length > 1 ? words[1] : "";
      asked.add(words[0] + " " + target);
      String header = line;
      while (header != null && !header.isEmpty()) {
        header = reader.readLine();
      }
      byte[] page = pages.get(target);
      byte[] body = page == null ? new byte[0] : page;
      OutputStream out = connection.getOutputStream();
      out.write(
          "HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(page == null ? "404 Not Found" : "200 OK", body.length)
              .getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
    } catch (IOException e) {
      // A browser that hangs up has what it wanted.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
