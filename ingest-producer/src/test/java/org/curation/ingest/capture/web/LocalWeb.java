package org.curation.ingest.capture.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A small web on this machine that does as it is told. */
final class LocalWeb implements AutoCloseable {
  private static final long MOST_SENT = 100L * 1024 * 1024;

  private final CountDownLatch over = new CountDownLatch(1);
  private final HttpServer server;

  /** How many requests came. */
  final AtomicInteger requests = new AtomicInteger();

  /** How many bytes of endless bodies could be sent. */
  final AtomicLong sent = new AtomicLong();

  LocalWeb() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Its place, as an allow-list names it. */
  String place() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String url(String path) {
    return "http://" + place() + path;
  }

  void redirect(String path, int status, String location) {
    answer(path, status, new byte[0], "Location", location);
  }

  void status(String path, int status, String... headers) {
    answer(path, status, new byte[0], headers);
  }

  void page(String path, String html) {
    answer(
        path,
        200,
        html.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "text/html; charset=utf-8");
  }

  void answer(String path, int status, byte[] body, String... headers) {
    server.createContext(
        path,
        exchange -> {
          requests.incrementAndGet();
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          if (body.length > 0) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
  }

  /** Content with a validator; 304 for who has it. */
  void versioned(String path, String etag) {
    server.createContext(
        path,
        exchange -> {
          boolean known = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.getResponseHeaders().set("ETag", etag);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(known ? 304 : 200, -1);
          exchange.close();
        });
  }

  /** Sends until it is hung up on, or a hundred megabytes are through. */
  void endless(String path, int step, long pauseMillis) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (sent.get() < MOST_SENT && !over.await(pauseMillis, TimeUnit.MILLISECONDS)) {
              out.write(new byte[step]);
              out.flush();
              sent.addAndGet(step);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
  }
}
