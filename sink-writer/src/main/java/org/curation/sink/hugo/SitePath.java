package org.curation.sink.hugo;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The place of a file below a site's {@code content} folder, relative to the site root, in a form
 * that can't leave it. Pure; what symbolic links do is {@link Site}'s matter.
 *
 * @param text segments joined by {@code /}
 */
public record SitePath(@JsonValue String text) implements Comparable<SitePath> {
  /** The folder that holds all documents. */
  public static final String CONTENT = "content";

  private static final int MAX_SEGMENT_BYTES = 255;
  private static final int MAX_BYTES = 4096;
  private static final Pattern ASSET_NAME = Pattern.compile("[A-Za-z0-9._-]+");

  /**
   * Checks a path.
   *
   * @throws UnsafePathException when the path breaks a rule
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SitePath {
    if (text.getBytes(StandardCharsets.UTF_8).length >= MAX_BYTES) {
      throw unsafe(text, "must be shorter than " + MAX_BYTES + " bytes");
    }
    if (!text.startsWith(CONTENT + "/")) {
      throw unsafe(text, "must start with " + CONTENT + "/");
    }
    for (String segment : text.split("/", -1)) {
      checkSegment(text, segment);
    }
  }

  /**
   * The path of a document's file.
   *
   * @throws UnsafePathException when the path breaks a rule
   */
  public static SitePath document(String text) {
    SitePath path = new SitePath(text);
    if (!text.endsWith(".md")) {
      throw unsafe(text, "must end with .md");
    }
    return path;
  }

  /**
   * The path of an asset beside this document.
   *
   * @throws UnsafePathException when the name is not a plain file name or is the document's own
   */
  public SitePath asset(String name) {
    if (!ASSET_NAME.matcher(name).matches()) {
      throw unsafe(name, "is an asset's name and must match " + ASSET_NAME.pattern());
    }
    SitePath path = new SitePath(folder() + "/" + name);
    if (path.equals(this)) {
      throw unsafe(name, "is an asset's name and must differ from the document's file");
    }
    return path;
  }

  /** The folder that the file is in, relative to the site root. */
  public String folder() {
    return text.substring(0, text.lastIndexOf('/'));
  }

  /** The folders that lead to the file, from {@code content} on down. */
  List<String> folders() {
    List<String> folders = new ArrayList<>();
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
      folders.add(text.substring(0, slash));
    }
    return folders;
  }

  private static void checkSegment(String text, String segment) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      throw unsafe(text, "must have no empty, . or .. segment");
    }
    if (segment.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\')) {
      throw unsafe(text, "must have no control character and no backslash");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(segment)) {
      throw unsafe(text, "must have no unpaired surrogate");
    }
    if (segment.getBytes(StandardCharsets.UTF_8).length > MAX_SEGMENT_BYTES) {
      throw unsafe(text, "must have no segment longer than " + MAX_SEGMENT_BYTES + " bytes");
    }
    PortableName.problem(segment)
        .ifPresent(
            rule -> {
              throw unsafe(text, rule);
            });
    if (TempName.matches(segment)) {
      throw unsafe(text, "must not look like a file that is still being written");
    }
  }

  private static UnsafePathException unsafe(String text, String rule) {
    String shown =
        text.codePoints().limit(200).mapToObj(SitePath::shown).reduce("", String::concat);
    return new UnsafePathException("path \"%s\" %s".formatted(shown, rule));
  }

  private static String shown(int c) {
    boolean readable =
        !Character.isISOControl(c) && (c > 0xFFFF || !Character.isSurrogate((char) c));
    return readable ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c);
  }

  @Override
  public int compareTo(SitePath other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
