package org.curation.ingest.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on loopback that answers as a test says, and remembers what it was asked. */
public final class FeedServer implements AutoCloseable {
  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Asked, Reply> behaviour = any -> Reply.of(404, "");

  /** One request. */
  public record Asked(String path, Map<String, String> query, Map<String, String> headers) {}

  /** One answer. */
  public record Reply(int status, String body, Map<String, String> headers) {
    public static Reply of(int status, String body) {
      return new Reply(status, body, Map.of());
    }
  }

  public FeedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public void answer(Function<Asked, Reply> how) {
    behaviour = how;
  }

  public List<Asked> asked() {
    return asked;
  }

  /** The address by number, or by name: two hosts for one who compares them. */
  public String address(String host) {
    return "http://" + host + ":" + server.getAddress().getPort();
  }

  public String address() {
    return address("127.0.0.1");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> query = new HashMap<>();
      String text = exchange.getRequestURI().getQuery();
      for (String part : text == null ? new String[0] : text.split("&", -1)) {
        String[] pair = part.split("=", 2);
        query.put(pair[0], pair.length == 2 ? pair[1] : "");
      }
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
      Asked request = new Asked(exchange.getRequestURI().getPath(), query, headers);
      asked.add(request);
      Reply reply = behaviour.apply(request);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
