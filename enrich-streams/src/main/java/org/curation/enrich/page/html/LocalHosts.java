package org.curation.enrich.page.html;

import java.util.regex.Pattern;

/** Hosts that only somebody's own machine or network knows. Pure; no name is looked up. */
final class LocalHosts {
  private static final Pattern NAMES =
      Pattern.compile("(?:.*\\.)?(?:localhost|local|internal|intranet|lan|home\\.arpa)\\.?");

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?:0|10|127)(?:\\.\\d{1,3}){3}"
              + "|192\\.168(?:\\.\\d{1,3}){2}|169\\.254(?:\\.\\d{1,3}){2}"
              + "|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2}"
              + "|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])(?:\\.\\d{1,3}){2}");

  private static final Pattern SIX =
      Pattern.compile(
          "\\[(?:::1?|0*(?::0*){6,7}:0*1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:.*)]");

  private LocalHosts() {}

  /**
   * Whether a host is such a one; a name without a dot is.
   *
   * @param host in lower case, without a port
   */
  static boolean contain(String host) {
    if (host.startsWith("[")) {
      return SIX.matcher(host).matches();
    }
    return (!host.isEmpty() && host.indexOf('.') < 0)
        || NAMES.matcher(host).matches()
        || NUMBERS.matcher(host).matches();
  }
}
