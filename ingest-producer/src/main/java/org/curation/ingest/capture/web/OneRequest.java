package org.curation.ingest.capture.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;
import org.curation.ingest.capture.guard.AddressGuard;
import org.curation.ingest.capture.guard.AddressRefusedException;
import org.curation.ingest.capture.guard.GuardedDns;
import org.curation.ingest.capture.guard.Resolver;
import org.curation.ingest.capture.guard.WebAddress;
import org.curation.ingest.source.Excerpt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one request on a connection of its own: no redirects, no cookies, no second try. A request
 * that is not done by its deadline is cut off, whatever its server does. Safe for use by threads.
 */
final class OneRequest implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OneRequest.class);
  private static final String SENDING = "curation.sending";
  private static final int MOST_CONNECTIONS = 1000;
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_HEADERS = 200;

  private final CloseableHttpClient client;
  private final AddressGuard guard;
  private final ScheduledExecutorService watchdog = watchdog();

  OneRequest(AddressGuard guard, Resolver resolver, Limits limits, String agent) {
    this.guard = guard;
    Timeout read = Timeout.of(limits.read());
    Timeout connect = Timeout.of(limits.connect());
    Http1Config http =
        Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS).build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new GuardedDns(guard, resolver))
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                            .http1Config(http)
                            .charCodingConfig(
                                CharCodingConfig.custom()
                                    .setCharset(StandardCharsets.ISO_8859_1)
                                    .build())
                            .build())
                    .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(read).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(connect)
                            .setSocketTimeout(read)
                            .build())
                    .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(read)
                    .setResponseTimeout(read)
                    .setRedirectsEnabled(false)
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            // A connection serves one request: each is checked, and cutting it off harms no other.
            .setConnectionReuseStrategy((request, response, context) -> false)
            .setRequestExecutor(new Executor())
            .setUserAgent(agent)
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableConnectionState()
            .build();
  }

  /**
   * Gets an answer.
   *
   * @param headers that are sent
   * @param sending is run just before the request is sent, when the connection stands
   * @throws FetchException when there is none
   */
  HttpAnswer get(
      WebAddress address,
      Map<String, String> headers,
      ResourceRule rule,
      Deadline deadline,
      Runnable sending)
      throws FetchException {
    HttpGet request = new HttpGet("/");
    request.setScheme(address.scheme());
    request.setAuthority(new URIAuthority(address.host().text(), address.port()));
    request.setPath(address.target());
    request.setHeader("Accept", rule.accept());
    request.setHeader("Accept-Encoding", "gzip, deflate");
    headers.forEach(request::setHeader);
    Future<?> cut =
        watchdog.schedule(request::abort, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    try {
      guard.checkName(address.host(), address.port());
      HttpHost host = new HttpHost(address.scheme(), address.host().text(), address.port());
      ClassicHttpResponse response = client.executeOpen(host, request, context(sending));
      try {
        return answer(response, rule, deadline);
      } finally {
        request.abort(); // before closing, which would read the rest of the body
        close(response);
      }
    } catch (FetchException e) {
      throw e;
    } catch (AddressRefusedException e) {
      throw FetchException.refused(e.reason());
    } catch (IOException | RuntimeException e) {
      throw deadline.isOver() ? FetchException.failed("it took too long") : failure(address, e);
    } finally {
      cut.cancel(false);
    }
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  /** The connection is cut already; that it is must not hide what was read, or why it wasn't. */
  private static void close(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException e) {
      LOG.atTrace().log("closing after the cut: {}", e.toString());
    }
  }

  /**
   * One that forgets at once what was called off: most requests are done long before their time.
   */
  private static ScheduledExecutorService watchdog() {
    ScheduledThreadPoolExecutor made =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("capture-watchdog").daemon().factory());
    made.setRemoveOnCancelPolicy(true);
    return made;
  }

  private static HttpClientContext context(Runnable sending) {
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(SENDING, sending);
    return context;
  }

  private static HttpAnswer answer(
      ClassicHttpResponse response, ResourceRule rule, Deadline deadline) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(
          header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()).strip());
    }
    HttpEntity entity = response.getEntity();
    if (response.getCode() != 200 || entity == null) {
      return new HttpAnswer(response.getCode(), headers, new byte[0]);
    }
    String type = headers.getOrDefault("content-type", "");
    if (!rule.accepts(type)) {
      throw FetchException.refused(
          "it is of type \"%s\", which is no %s".formatted(Excerpt.of(type), rule.name()));
    }
    if (entity.getContentLength() > rule.mostBytes() && !rule.cut()) {
      throw FetchException.refused("it is larger than %d bytes".formatted(rule.mostBytes()));
    }
    InputStream content = entity.getContent();
    String encoding = headers.getOrDefault("content-encoding", "");
    return new HttpAnswer(200, headers, BoundedBody.read(content, encoding, rule, deadline));
  }

  private static FetchException failure(WebAddress address, Exception e) {
    String what =
        switch (e) {
          case UnknownHostException unknown -> String.valueOf(unknown.getMessage());
          case SSLException tls -> "no secure connection to " + address.host().inUrl();
          case SocketTimeoutException slow -> address.host().inUrl() + " doesn't answer";
          case ConnectException closed -> address.host().inUrl() + " can't be reached";
          default -> "the connection to " + address.host().inUrl() + " broke";
        };
    return FetchException.failed("%s (%s)".formatted(what, e.getClass().getSimpleName()));
  }

  private static final class Executor extends HttpRequestExecutor {
    @Override
    public ClassicHttpResponse execute(
        ClassicHttpRequest request,
        HttpClientConnection connection,
        @Nullable HttpResponseInformationCallback information,
        HttpContext context)
        throws IOException, HttpException {
      if (context.getAttribute(SENDING) instanceof Runnable sending) {
        sending.run();
      }
      return super.execute(request, connection, information, context);
    }
  }
}
