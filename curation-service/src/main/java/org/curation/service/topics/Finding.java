package org.curation.service.topics;

/**
 * Something that is not as it should be.
 *
 * @param topic its name, or {@code broker <id>}
 * @param setting what is wrong, as Kafka names it
 * @param why what would happen if it stayed
 * @param mend the command that mends it, or what to do
 */
public record Finding(
    Severity severity,
    String topic,
    String setting,
    String found,
    String expected,
    String why,
    String mend) {
  /** Whether the pipeline may run on it. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
