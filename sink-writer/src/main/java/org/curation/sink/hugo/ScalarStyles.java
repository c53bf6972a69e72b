package org.curation.sink.hugo;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/**
 * How a text is written so that every YAML reader takes it for a text. Readers differ: what is a
 * number or a truth value for one is a text for another, so whatever any of them converts is
 * quoted. Pure.
 */
final class ScalarStyles {
  private static final Pattern CONVERTED =
      Pattern.compile(
          String.join(
              "|",
              "",
              "~|null|true|false|yes|no|on|off|y|n|=|<<",
              "[-+]?0x[0-9a-f_]+|[-+]?0o?[0-7_]+|[-+]?0b[01_]+",
              "[-+]?(\\.[0-9_]+|[0-9][0-9_]*(\\.[0-9_]*)?)(e[-+]?[0-9_]+)?",
              "[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?",
              "[-+]?\\.?(inf|nan|infinity)",
              "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t ].*)?"),
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private ScalarStyles() {}

  /** The style to ask for; plain where nothing speaks against it. */
  static ScalarStyle of(String text) {
    if (text.chars().anyMatch(ScalarStyles::needsEscape)) {
      return ScalarStyle.DOUBLE_QUOTED;
    }
    return CONVERTED.matcher(text).matches() ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.PLAIN;
  }

  /** Line breaks (of YAML 1.1 too), tabs and byte order marks: safe as escapes only. */
  private static boolean needsEscape(int c) {
    return c == '\n' || c == '\t' || c == '\u2028' || c == '\u2029' || c == '\uFEFF';
  }
}
