package org.curation.service.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${env:NAME}}, {@code ${env:NAME:-otherwise}} and {@code ${file:/path}} inside of
 * values. {@code $${} stands for a plain {@code ${}. What comes in is never looked at again, and
 * never told in a message.
 */
final class References {
  private static final int MOST_BYTES = 64 * 1024;
  private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}?");
  private static final Pattern VARIABLE =
      Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?", Pattern.DOTALL);

  private final Map<String, String> environment;
  private final Problems problems;

  References(Map<String, String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** Whether a text takes something in from elsewhere. */
  static boolean in(String text) {
    return text.contains("${");
  }

  /** The value; what can't be had is reported and left empty. */
  String replace(Setting setting) {
    Matcher references = REFERENCE.matcher(setting.text());
    StringBuilder value = new StringBuilder();
    while (references.find()) {
      String whole = references.group();
      String replacement = whole.startsWith("$$") ? "${" : resolve(whole, setting);
      references.appendReplacement(value, Matcher.quoteReplacement(replacement));
    }
    return references.appendTail(value).toString();
  }

  private String resolve(String whole, Setting setting) {
    String inner = whole.endsWith("}") ? whole.substring(2, whole.length() - 1) : "";
    Matcher variable = VARIABLE.matcher(inner);
    if (variable.matches()) {
      String found = environment.get(variable.group(1));
      if (found != null && !found.isEmpty()) {
        return found;
      }
      if (variable.group(2) != null) {
        return variable.group(2);
      }
      return problem(
          setting,
          "the environment variable %s is not set; set it, or write ${env:%s:-value} for a value that counts without it"
              .formatted(variable.group(1), variable.group(1)));
    }
    if (inner.startsWith("file:") && inner.length() > "file:".length()) {
      return content(inner.substring("file:".length()), setting);
    }
    return problem(
        setting,
        // What follows may be a password that happens to hold these signs: it is not repeated.
        "can't read what follows \"${\"; expected ${env:NAME}, ${env:NAME:-value} or ${file:/path}, or $${ for a plain ${");
  }

  private String content(String name, Setting setting) {
    byte[] bytes;
    try {
      if (!Files.isRegularFile(Path.of(name))) {
        return problem(setting, "the file %s is not there, or is no regular file".formatted(name));
      }
    } catch (InvalidPathException e) {
      return problem(setting, "the file's name is no path");
    }
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException | InvalidPathException e) {
      return problem(
          setting, "the file %s can't be read; check its path and who may read it".formatted(name));
    }
    if (bytes.length > MOST_BYTES) {
      return problem(
          setting,
          "the file %s has more than %d bytes; is it the right one?".formatted(name, MOST_BYTES));
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .replaceFirst("\\r?\\n\\z", "");
    } catch (CharacterCodingException e) {
      return problem(setting, "the file %s is no UTF-8 text".formatted(name));
    }
  }

  private String problem(Setting setting, String message) {
    problems.add(setting.place(), setting.key(), message);
    return "";
  }
}
