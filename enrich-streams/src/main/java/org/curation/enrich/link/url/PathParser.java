package org.curation.enrich.link.url;

/** Reads a path: backslashes are slashes, dot segments are resolved. Linear. Pure. */
final class PathParser {
  private PathParser() {}

  /**
   * The path as it is written, always with a slash in front.
   *
   * @param text from behind the host to the query; may be empty
   */
  static String parse(String text) {
    if (text.isEmpty()) {
      return "/";
    }
    String slashed = text.indexOf('\\') < 0 ? text : text.replace('\\', '/');
    String path = slashed.charAt(0) == '/' ? slashed : "/" + slashed;
    return EncodeSet.PATH.encode(hasDotSegment(path) ? withoutDots(path) : path);
  }

  private static boolean hasDotSegment(String path) {
    int start = 1;
    for (int i = 1; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '/') {
        if (dots(path, start, i) > 0) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static String withoutDots(String path) {
    StringBuilder out = new StringBuilder(path.length());
    int start = 1;
    for (int i = 1; i <= path.length(); i++) {
      boolean last = i == path.length();
      if (!last && path.charAt(i) != '/') {
        continue;
      }
      int dots = dots(path, start, i);
      if (dots == 0) {
        out.append('/').append(path, start, i);
      } else {
        if (dots == 2) {
          out.setLength(Math.max(0, out.lastIndexOf("/")));
        }
        if (last) {
          out.append('/');
        }
      }
      start = i + 1;
    }
    return out.isEmpty() ? "/" : out.toString();
  }

  /** How many dots a segment consists of, escaped ones too; 0 when it is something else. */
  private static int dots(String path, int from, int to) {
    int count = 0;
    int i = from;
    while (i < to && count < 3) {
      if (path.charAt(i) == '.') {
        i++;
      } else if (path.charAt(i) == '%'
          && i + 2 < to
          && path.charAt(i + 1) == '2'
          && (path.charAt(i + 2) | 0x20) == 'e') {
        i += 3;
      } else {
        return 0;
      }
      count++;
    }
    return i == to && count <= 2 ? count : 0;
  }
}
