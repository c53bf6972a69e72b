package org.curation.model;

/**
 * How new a record is. Only ever goes up for one curation.
 *
 * @param incarnation 0 for an item's first life; one more each time it is listed again after a
 *     deletion
 * @param number what the source counts by: OpenProject's {@code lockVersion}, else the update time
 *     in microseconds since the epoch
 */
public record Version(long incarnation, long number) implements Comparable<Version> {
  /** Rejects negative parts. */
  public Version {
    if (incarnation < 0 || number < 0) {
      throw new IllegalArgumentException(
          "version %d.%d must not be negative".formatted(incarnation, number));
    }
  }

  @Override
  public int compareTo(Version other) {
    int byIncarnation = Long.compare(incarnation, other.incarnation);
    return byIncarnation != 0 ? byIncarnation : Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return incarnation + "." + number;
  }
}
