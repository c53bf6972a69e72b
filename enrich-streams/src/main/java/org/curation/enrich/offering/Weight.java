package org.curation.enrich.offering;

import java.math.BigDecimal;

/**
 * How much two things have in common: the sum of 1 / (offerings in the category) over the shared
 * categories, in billionths. Whole numbers, so that equal sums are equal in whatever order they are
 * added. Pure; safe for use by threads.
 */
public final class Weight {
  /** Decimal places of a weight. */
  public static final int PLACES = 9;

  /**
   * Shares are added with more places than weights have, so that a third and a sixth are a half.
   */
  private static final long WHOLE = 1_000_000_000_000L;

  private static final int ROUND = 1000;

  private Weight() {}

  /** What one shared category adds, in parts that only {@link #of} understands. */
  static long share(int offerings) {
    return (WHOLE + offerings / 2) / offerings;
  }

  /** The weight of a sum of shares. */
  static long of(long shares) {
    return (shares + ROUND / 2) / ROUND;
  }

  /** A weight from its decimal text: {@code 0.05}. */
  public static long parse(String decimal) {
    return new BigDecimal(decimal).movePointRight(PLACES).longValueExact();
  }

  /** A weight as decimal text. */
  public static String text(long weight) {
    BigDecimal exact = BigDecimal.valueOf(weight, PLACES);
    return weight == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }
}
