package org.curation.service.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.curation.model.topic.Json;
import org.curation.service.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code /health/live}, {@code /health/ready} and {@code /metrics}. Bounded connections, a
 * bounded queue and time limits: a client that sends or reads slowly is cut off.
 */
public final class HealthServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);
  private static final int WAITING = 32;
  private static final String SECONDS = "10";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  private static final String CONNECTIONS = "200";

  static {
    if (System.getProperty("jdk.httpserver.maxConnections") == null) {
      System.setProperty("jdk.httpserver.maxConnections", CONNECTIONS);
    }
    // The JDK's server reads them when it is first used; without them a request may last for ever.
    for (String limit :
        new String[] {"sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime"}) {
      if (System.getProperty(limit) == null) {
        System.setProperty(limit, SECONDS);
      }
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private HealthServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** An answer to a request. */
  private record Answer(int status, String type, String body) {}

  /**
   * Starts serving.
   *
   * @param port 0 for a free one
   * @param failure why the program is no longer alive, or nothing
   * @param metrics the metrics in Prometheus' text format
   * @throws UserError when the address can't be used
   */
  public static HealthServer start(
      String host,
      int port,
      Health health,
      Supplier<Optional<Throwable>> failure,
      Supplier<String> metrics) {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(host, port), WAITING);
    } catch (IOException | RuntimeException e) {
      throw new UserError(
          "Health and metrics can't be served on %s port %d: %s. Perhaps this program runs already. Stop what uses the port, or set http.port, or the key of one program such as capture.http-port (curate serve: --http-port), to another one (0 for a free one)."
              .formatted(host, port, e.getMessage()),
          e);
    }
    // A client that is slow holds a virtual thread, not one that others wait for.
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange ->
            answer(
                exchange,
                () ->
                    switch (exchange.getRequestURI().getPath()) {
                      case "/health/live" -> live(failure.get());
                      case "/health/ready" -> ready(health);
                      case "/metrics" -> new Answer(200, METRICS, metrics.get());
                      default ->
                          new Answer(
                              404,
                              "text/plain; charset=utf-8",
                              "Try /health/live, /health/ready or /metrics.\n");
                    }));
    server.start();
    HealthServer started = new HealthServer(server, threads);
    LOG.atInfo()
        .addKeyValue("host", host)
        .addKeyValue("port", started.port())
        .log("serving health and metrics on {} port {}", host, started.port());
    return started;
  }

  /** The port that is served. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static Answer live(Optional<Throwable> failure) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("status", failure.isEmpty() ? "live" : "failed");
    failure.ifPresent(problem -> body.put("why", problem.toString()));
    return new Answer(failure.isEmpty() ? 200 : 503, JSON, body + "\n");
  }

  private static Answer ready(Health health) {
    boolean ready = health.ready();
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("status", ready ? "ready" : "not-ready");
    ArrayNode checks = body.putArray("checks");
    for (Health.State state : health.states()) {
      ObjectNode check = checks.addObject();
      check.put("name", state.name());
      check.put("status", state.ok() ? "ok" : "failing");
      if (state.why() != null) {
        check.put("why", state.why());
      }
      check.put("since", state.since().toString());
    }
    return new Answer(ready ? 200 : 503, JSON, body + "\n");
  }

  private static void answer(HttpExchange exchange, Supplier<Answer> work) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      Answer answer = work.get();
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (method.equals("HEAD")) {
        exchange.sendResponseHeaders(answer.status(), -1);
      } else {
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("a request to {} failed", exchange.getRequestURI().getPath());
      exchange.sendResponseHeaders(500, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
