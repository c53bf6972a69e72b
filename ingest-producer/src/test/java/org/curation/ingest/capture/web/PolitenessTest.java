package org.curation.ingest.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.curation.ingest.capture.Fetched;
import org.junit.jupiter.api.Test;

/** What a site sees of us, measured at the site. */
class PolitenessTest {
  private static final Duration DELAY = Duration.ofMillis(150);

  /** What a connection on this machine may take less time than another. */
  private static final Duration TOLERANCE = Duration.ofMillis(30);

  @Test
  void shouldLeaveTimeBetweenRequestsAndSendOneAtATime() throws Exception {
    // Given
    ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    site.createContext(
        "/",
        exchange -> {
          arrivals.add(System.nanoTime());
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, -1);
          now.decrementAndGet();
          exchange.close();
        });
    site.start();
    String place = "127.0.0.1:" + site.getAddress().getPort();
    WebFetcher.Setup setup =
        LocalFetching.setup(
            place,
            LocalFetching.NOBODY,
            new HostGate(1, DELAY, Duration.ofSeconds(1), Duration.ofSeconds(30)),
            LocalFetching.limits(Duration.ofSeconds(5)),
            false);

    // When
    try (WebFetcher fetcher = new WebFetcher(setup);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Fetched>> fetches =
          IntStream.range(0, 12)
              .mapToObj(
                  number ->
                      threads.submit(
                          () ->
                              fetcher.fetch(LocalFetching.page("http://" + place + "/" + number))))
              .toList();
      for (Future<Fetched> fetch : fetches) {
        assertThat(fetch.get()).isInstanceOf(Fetched.Bytes.class);
      }
    } finally {
      site.stop(0);
    }

    // Then
    List<Long> times = List.copyOf(arrivals);
    assertThat(times).hasSize(12);
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.ofNanos(times.get(i) - times.get(i - 1)))
          .isGreaterThan(DELAY.minus(TOLERANCE));
    }
    assertThat(most).hasValue(1);
  }

  /** Looking up the name takes some requests longer than others; none catches up with another. */
  @Test
  void shouldKeepSentRequestsApartWhateverCameBefore() {
    // Given
    HostGate gate = new HostGate(2, DELAY, DELAY, Duration.ofSeconds(5));

    // When
    long first;
    long second;
    try (HostGate.Pass slow = gate.enter("example.org", Duration.ZERO).orElseThrow();
        HostGate.Pass quick = gate.enter("example.org", Duration.ZERO).orElseThrow()) {
      slow.sending();
      first = System.nanoTime();
      quick.sending();
      second = System.nanoTime();
    }

    // Then
    assertThat(Duration.ofNanos(second - first)).isGreaterThan(DELAY.minus(TOLERANCE));
  }
}
