package org.curation.ingest.capture.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.curation.ingest.capture.Fetcher;
import org.curation.ingest.capture.RecordedResources;
import org.curation.ingest.capture.archive.WarcResources;
import org.curation.ingest.capture.guard.AddressGuard;
import org.curation.ingest.capture.guard.AddressRefusedException;
import org.curation.ingest.capture.guard.AllowList;
import org.curation.ingest.capture.guard.Resolver;
import org.curation.ingest.capture.guard.SystemResolver;
import org.curation.ingest.capture.guard.WebAddress;
import org.curation.service.UserError;
import org.curation.service.configuration.CaptureKeys;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Keys;
import org.curation.service.configuration.OpenProjectKeys;

/** Makes the fetcher that a configuration describes. */
public final class Fetchers {
  private static final Duration LOOKUP = Duration.ofSeconds(8);

  private Fetchers() {}

  /**
   * The fetcher of the capture worker; to be closed at the end.
   *
   * @throws UserError when a folder can't be read or a value is of no use
   */
  public static RoutingFetcher of(Configuration configuration, Clock clock) {
    return of(configuration, clock, new SystemResolver(LOOKUP));
  }

  /** Whether anything is fetched from the network. */
  public static boolean usesNetwork(Configuration configuration) {
    boolean offline =
        configuration.find(Keys.CAPTURE_RECORDED).isPresent()
            || configuration.find(CaptureKeys.WARC).isPresent();
    return configuration.find(CaptureKeys.NETWORK).orElse(!offline);
  }

  /** What is wrong with the configuration, without reading a folder or asking anybody. */
  public static List<String> problems(Configuration configuration) {
    List<String> problems = new ArrayList<>();
    try {
      configuration.find(CaptureKeys.ALLOW).ifPresent(AllowList::of);
    } catch (UserError e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    try {
      var unused = openProjectAddress(configuration);
    } catch (UserError e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return problems;
  }

  static RoutingFetcher of(Configuration configuration, Clock clock, Resolver resolver) {
    List<Fetcher> offline = offline(configuration);
    if (!usesNetwork(configuration)) {
      return new RoutingFetcher(offline, Optional.empty(), Optional.empty());
    }
    AllowList allowed =
        configuration.find(CaptureKeys.ALLOW).map(AllowList::of).orElse(AllowList.NONE);
    WebFetcher.Setup setup =
        new WebFetcher.Setup(
            new AddressGuard(allowed),
            resolver,
            new HostGate(
                configuration.get(CaptureKeys.HOST_CONCURRENCY),
                configuration.get(CaptureKeys.HOST_DELAY),
                configuration.get(CaptureKeys.HOST_DELAY_LIMIT),
                configuration.get(CaptureKeys.HOST_PATIENCE)),
            limits(configuration),
            configuration.get(CaptureKeys.AGENT),
            configuration.get(CaptureKeys.ROBOTS),
            clock);
    WebFetcher web = new WebFetcher(setup);
    return new RoutingFetcher(offline, openProject(configuration, setup, web), Optional.of(web));
  }

  private static List<Fetcher> offline(Configuration configuration) {
    List<Fetcher> offline = new ArrayList<>();
    Optional<Path> recorded = configuration.find(Keys.CAPTURE_RECORDED);
    recorded.map(RecordedResources::new).ifPresent(offline::add);
    configuration.find(CaptureKeys.WARC).map(WarcResources::new).ifPresent(offline::add);
    return offline;
  }

  private static Optional<OpenProjectAttachments> openProject(
      Configuration configuration, WebFetcher.Setup setup, WebFetcher web) {
    return openProjectAddress(configuration)
        .map(
            address ->
                new OpenProjectAttachments(
                    address,
                    configuration.get(OpenProjectKeys.CAPTURE_TOKEN),
                    setup.resolver(),
                    web,
                    setup.agent(),
                    setup.limits(),
                    setup.clock()));
  }

  private static Optional<WebAddress> openProjectAddress(Configuration configuration) {
    var url = configuration.find(OpenProjectKeys.CAPTURE_URL);
    if (url.isPresent() != configuration.find(OpenProjectKeys.CAPTURE_TOKEN).isPresent()) {
      throw new UserError(
          "%s and %s belong together; give both or none"
              .formatted(OpenProjectKeys.CAPTURE_URL.path(), OpenProjectKeys.CAPTURE_TOKEN.path()));
    }
    if (url.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(WebAddress.parse(url.get().toString()));
    } catch (AddressRefusedException e) {
      throw new UserError(
          "%s is no usable address: %s".formatted(OpenProjectKeys.CAPTURE_URL.path(), e.reason()),
          e);
    }
  }

  private static Limits limits(Configuration configuration) {
    return new Limits(
        configuration.get(CaptureKeys.CONNECT),
        configuration.get(CaptureKeys.READ),
        configuration.get(CaptureKeys.OVERALL),
        configuration.get(CaptureKeys.PAGE_KIB) * 1024,
        configuration.get(CaptureKeys.IMAGE_KIB) * 1024,
        configuration.get(CaptureKeys.PDF_KIB) * 1024);
  }
}
