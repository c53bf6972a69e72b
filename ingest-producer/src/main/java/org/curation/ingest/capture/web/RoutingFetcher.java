package org.curation.ingest.capture.web;

import java.util.List;
import java.util.Optional;
import org.curation.ingest.capture.Fetched;
import org.curation.ingest.capture.Fetched.Validators;
import org.curation.ingest.capture.Fetcher;
import org.curation.model.CaptureRequest;

/**
 * Picks who answers a request: what was recorded or archived first, in order, then OpenProject for
 * its attachments, then the web. Safe for use by threads.
 *
 * @param offline asked in order until one has it
 * @param openProject empty when none is configured, or nothing may use the network
 * @param web empty when nothing may use the network
 */
public record RoutingFetcher(
    List<Fetcher> offline, Optional<OpenProjectAttachments> openProject, Optional<WebFetcher> web)
    implements Fetcher, AutoCloseable {
  /** Copies the list. */
  public RoutingFetcher {
    offline = List.copyOf(offline);
  }

  @Override
  public Fetched fetch(CaptureRequest request) {
    return fetch(request, new Validators(null, null));
  }

  @Override
  public Fetched fetch(CaptureRequest request, Validators known) {
    Fetched missing = new Fetched.Refused("nothing is configured to fetch this from");
    for (Fetcher fetcher : offline) {
      Fetched fetched = fetcher.fetch(request, known);
      if (!(fetched instanceof Fetched.Gone)) {
        return fetched;
      }
      missing = fetched;
    }
    if (openProject.isPresent() && openProject.get().serves(request)) {
      return openProject.get().fetch(request, known);
    }
    if (web.isEmpty()) {
      return missing;
    }
    return request.url().startsWith("/") && !request.url().startsWith("//")
        ? new Fetched.Refused(
            "it is a path of OpenProject, but capture.openproject.url and token are not set, or it is no attachment's content")
        : web.get().fetch(request, known);
  }

  @Override
  public void close() {
    openProject.ifPresent(OpenProjectAttachments::close);
    web.ifPresent(WebFetcher::close);
  }
}
