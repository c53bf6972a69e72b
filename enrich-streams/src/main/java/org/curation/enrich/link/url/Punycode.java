package org.curation.enrich.link.url;

import org.jspecify.annotations.Nullable;

/** Punycode, RFC 3492. Pure. */
final class Punycode {
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;

  /**
   * A DNS label has at most 63; the standard doesn't ask for it, but quadratic time needs an end.
   */
  static final int LONGEST = 1000;

  private Punycode() {}

  /** The label without {@code xn--}; null when it is too long. */
  static @Nullable String encode(int[] label) {
    if (label.length > LONGEST) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    for (int c : label) {
      if (c < 128) {
        out.append((char) c);
      }
    }
    int basic = out.length();
    int handled = basic;
    if (basic > 0) {
      out.append('-');
    }
    int n = 128;
    long delta = 0;
    int bias = 72;
    while (handled < label.length) {
      int next = Integer.MAX_VALUE;
      for (int c : label) {
        next = c >= n ? Math.min(next, c) : next;
      }
      delta += (long) (next - n) * (handled + 1);
      n = next;
      for (int c : label) {
        delta += c < n ? 1 : 0;
        if (c == n) {
          digits(out, delta, bias);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta++;
      n++;
    }
    return out.toString();
  }

  private static void digits(StringBuilder out, long delta, int bias) {
    long q = delta;
    for (int k = BASE; ; k += BASE) {
      int t = threshold(k, bias);
      if (q < t) {
        out.append(digit((int) q));
        return;
      }
      out.append(digit((int) (t + (q - t) % (BASE - t))));
      q = (q - t) / (BASE - t);
    }
  }

  /** The characters of a label without {@code xn--}; null when it is none. */
  static @Nullable String decode(String label) {
    if (label.length() > LONGEST) {
      return null;
    }
    int hyphen = label.lastIndexOf('-');
    StringBuilder out = new StringBuilder(hyphen > 0 ? label.substring(0, hyphen) : "");
    int count = out.length();
    int n = 128;
    long i = 0;
    int bias = 72;
    int at = hyphen > 0 ? hyphen + 1 : 0;
    while (at < label.length()) {
      long old = i;
      long w = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = at < label.length() ? value(label.charAt(at++)) : -1;
        if (digit < 0) {
          return null;
        }
        i += digit * w;
        int t = threshold(k, bias);
        if (digit < t) {
          break;
        }
        w *= BASE - t;
        if (i > Integer.MAX_VALUE || w > Integer.MAX_VALUE) {
          return null;
        }
      }
      count++;
      bias = adapt(i - old, count, old == 0);
      long point = n + i / count;
      if (point > Character.MAX_CODE_POINT || (point >= 0xD800 && point <= 0xDFFF)) {
        return null;
      }
      n = (int) point;
      i %= count;
      out.insert(out.offsetByCodePoints(0, (int) i), Character.toString(n));
      i++;
    }
    return out.toString();
  }

  private static int threshold(int k, int bias) {
    return Math.max(T_MIN, Math.min(T_MAX, k - bias));
  }

  private static int adapt(long delta, int points, boolean first) {
    long d = first ? delta / DAMP : delta / 2;
    d += d / points;
    int k = 0;
    while (d > (BASE - T_MIN) * T_MAX / 2) {
      d /= BASE - T_MIN;
      k += BASE;
    }
    return (int) (k + (BASE - T_MIN + 1) * d / (d + SKEW));
  }

  private static char digit(int d) {
    return (char) (d < 26 ? 'a' + d : '0' + d - 26);
  }

  private static int value(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0' + 26;
    }
    int lower = c | 0x20;
    return c < 128 && lower >= 'a' && lower <= 'z' ? lower - 'a' : -1;
  }
}
