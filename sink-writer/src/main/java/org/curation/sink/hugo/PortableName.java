package org.curation.sink.hugo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which file names mean the same on every system that a site may be copied to, and which Hugo
 * passes over. Pure.
 */
final class PortableName {
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$) *(?:\\..*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private PortableName() {}

  /** The rule that a name breaks; empty when it breaks none. */
  static Optional<String> problem(String name) {
    if (name.startsWith(".") || name.startsWith("#") || name.endsWith("~")) {
      return Optional.of(
          "must have no hidden or temporary name (a first . or #, a last ~): Hugo passes over them");
    }
    if (name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ")) {
      return Optional.of("must have no name with a space at either end or a dot at its end");
    }
    if (name.chars().anyMatch(c -> "<>:\"|?*".indexOf(c) >= 0)) {
      return Optional.of("must have none of < > : \" | ? *");
    }
    if (DEVICE.matcher(name).matches()) {
      return Optional.of("must have no name of a Windows device, such as con or aux.md");
    }
    return Optional.empty();
  }

  /** Equal for two paths that some file system takes for one: case and composition don't count. */
  static String folded(String path) {
    String decomposed = Normalizer.normalize(path, Normalizer.Form.NFKD);
    String folded = decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }
}
