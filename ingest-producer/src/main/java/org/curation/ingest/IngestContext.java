package org.curation.ingest;

import java.time.Clock;
import org.curation.ingest.source.AcceptedView;
import org.curation.service.KafkaConnection;
import org.curation.service.configuration.Configuration;
import org.curation.service.metrics.ProgramMetrics;
import org.curation.service.metrics.StageObserver;

/**
 * What the sources of one program share.
 *
 * @param accepted follows what enrichment accepted
 */
public record IngestContext(
    Configuration configuration,
    KafkaConnection connection,
    AcceptedView accepted,
    ProgramMetrics metrics,
    StageObserver observer,
    Clock clock) {}
