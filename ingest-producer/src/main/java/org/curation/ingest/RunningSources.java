package org.curation.ingest;

import java.util.List;
import java.util.Optional;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.RunningSource;
import org.curation.service.program.RunningService;

/** All sources of a program as one service. */
final class RunningSources implements RunningService {
  private final List<RunningSource> sources;
  private final AcceptedView accepted;

  RunningSources(List<RunningSource> sources, AcceptedView accepted) {
    this.sources = List.copyOf(sources);
    this.accepted = accepted;
  }

  @Override
  public Optional<Throwable> failure() {
    return sources.stream().map(RunningSource::failure).flatMap(Optional::stream).findFirst();
  }

  /** All at once: one that takes its time holds up no other. */
  @Override
  public void close() {
    List<Thread> closing =
        sources.stream().map(source -> Thread.ofVirtual().start(source::close)).toList();
    try {
      for (Thread each : closing) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    accepted.close();
  }
}
