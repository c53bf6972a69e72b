package org.curation.ingest.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.curation.ingest.source.RunningSource;
import org.curation.service.UserError;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the interface over HTTP. */
final class ApiServer implements RunningSource {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final int HEADER_BYTES = 16 * 1024;
  private static final String OTHER = "other";

  private final String host;
  private final int port;
  private final ApiParts parts;
  private final Routes routes;
  private final Javalin server;

  ApiServer(String host, int port, ApiParts parts) {
    this.host = host;
    this.port = port;
    this.parts = parts;
    this.routes = new Routes(parts);
    this.server = Javalin.create(this::configure);
  }

  @Override
  public String name() {
    return "api";
  }

  @Override
  public void start() {
    try {
      requireFreePort();
      server.start();
    } catch (IOException | RuntimeException e) {
      close();
      throw notServed(e);
    }
    LOG.atInfo().log("serving the interface on {} port {}", host, port());
  }

  /** Looks before the server tries: it would tell the same in other words, in the log. */
  private void requireFreePort() throws IOException {
    if (port != 0) {
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName(host))) {
        LOG.atDebug().log("port {} is free", free.getLocalPort());
      }
    }
  }

  private UserError notServed(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
        return new UserError(
            "Port %d is in use on %s; set ingest.api.port to another one (0 for a free one), or stop what uses it."
                .formatted(port, host),
            e);
      }
    }
    return new UserError(
        "The interface can't be served on %s port %d: %s. Check ingest.api.host and ingest.api.port."
            .formatted(host, port, e.getMessage()),
        e);
  }

  /** The port that is served. */
  int port() {
    return server.port();
  }

  /** Bytes in hand, by the estimate of {@link Admission}. */
  long bytesInHand() {
    return routes.bytesInHand();
  }

  @Override
  public Optional<String> failing() {
    return parts.webhooks().failing().or(() -> parts.pushes().failing());
  }

  @Override
  public Optional<Throwable> failure() {
    return Optional.empty();
  }

  @Override
  public void close() {
    server.stop();
    routes.close();
    parts.webhooks().close();
    parts.pushes().close();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.jetty.host = host;
    config.jetty.port = port;
    config.jetty.modifyHttpConfiguration(ApiServer::limit);
    config.jetty.modifyServer(server -> server.setErrorHandler(new ProblemErrors()));
    config.jetty.addConnector(
        (jetty, http) -> {
          limit(http);
          ServerConnector connector =
              new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
          connector.setHost(host);
          connector.setPort(port);
          connector.setIdleTimeout(parts.limits().idle().toMillis());
          connector.setAcceptQueueSize(1024);
          jetty.addBean(new NetworkConnectionLimit(parts.limits().connections(), connector));
          return connector;
        });
    routes
        .all()
        .forEach(
            route ->
                config.routes.addHttpHandler(
                    route.method(), route.path(), context -> handle(context, route)));
    config.routes.error(HttpStatus.NOT_FOUND.getCode(), "*", this::nothingThere);
    config.routes.exception(Exception.class, (e, context) -> failed(e, context, OTHER));
  }

  private static void limit(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setRelativeRedirectAllowed(true);
  }

  private void handle(Context context, Routes.Route route) {
    try (Admission.Place place = route.admission().enter()) {
      write(
          context, route.path(), route.endpoint().answer(new Call(context, parts.limits(), place)));
    } catch (ProblemException e) {
      Problem problem = e.problem();
      boolean closing = problem.headers().containsKey("Connection");
      boolean reusable = !closing && Leftover.cleared(context.req());
      write(
          context,
          route.path(),
          (reusable ? problem : problem.with("Connection", "close")).answer());
    } catch (RuntimeException e) {
      failed(e, context, route.path());
    }
  }

  /** Another method may be there. */
  private void nothingThere(Context context) {
    if (context.resultInputStream() != null
        && Problem.TYPE.equals(context.res().getContentType())) {
      return;
    }
    String[] path = context.path().split("/", -1);
    List<Routes.Route> here =
        routes.all().stream().filter(route -> fits(route.path().split("/", -1), path)).toList();
    if (here.isEmpty()) {
      Problem nothing = Problem.of(Problem.Kind.NOT_FOUND, "See /openapi.json for what is here.");
      write(context, OTHER, nothing.answer());
      return;
    }
    String methods =
        here.stream()
            .map(route -> route.method().toString())
            .sorted()
            .collect(Collectors.joining(", "));
    write(
        context,
        here.get(0).path(),
        Problem.of(Problem.Kind.WRONG_METHOD, "Use " + methods + ".")
            .with("Allow", methods)
            .answer());
  }

  private static boolean fits(String[] route, String[] path) {
    boolean fits = route.length == path.length;
    for (int i = 0; fits && i < route.length; i++) {
      fits = route[i].startsWith("{") ? !path[i].isEmpty() : route[i].equals(path[i]);
    }
    return fits;
  }

  private void failed(Exception e, Context context, String route) {
    LOG.atError().setCause(e).log("a request to {} failed", route);
    Problem problem = Problem.of(Problem.Kind.INTERNAL, "The log of this service says more.");
    write(context, route, problem.answer());
  }

  private void write(Context context, String route, Answer answer) {
    Map<String, String> headers = new TreeMap<>(answer.headers());
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.forEach(context::header);
    context.status(answer.status()).contentType(answer.type());
    context.result((answer.body() + "\n").getBytes(StandardCharsets.UTF_8));
    parts.requests().answered(route, answer.status());
  }
}
