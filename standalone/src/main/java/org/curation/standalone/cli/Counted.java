package org.curation.standalone.cli;

/** A number of things, in words. */
final class Counted {
  private Counted() {}

  /** Such as {@code 1 link} or {@code 2 links}. */
  static String of(long count, String one) {
    return of(count, one, one + "s");
  }

  /** Such as {@code 1 identity} or {@code 2 identities}. */
  static String of(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
