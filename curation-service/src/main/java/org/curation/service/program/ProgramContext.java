package org.curation.service.program;

import java.time.Clock;
import org.curation.service.KafkaConnection;
import org.curation.service.configuration.Configuration;
import org.curation.service.http.Health;
import org.curation.service.metrics.ProgramMetrics;

/**
 * What a program gets.
 *
 * @param health takes further readiness checks
 */
public record ProgramContext(
    Configuration configuration,
    KafkaConnection connection,
    ProgramMetrics metrics,
    Health health,
    Clock clock) {}
