package org.curation.ingest.published;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a document of a site lies, and what that says about its address. Pure.
 *
 * @param path relative to the site's root, with {@code /}; always below {@code content/}
 */
record SitePlace(String path) {
  private static final String CONTENT = "content/";
  private static final Pattern PAGE =
      Pattern.compile(".*\\.(?:md|markdown|html)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BUNDLE =
      Pattern.compile("(?:.*/)?index\\.(?:md|markdown|html)", Pattern.CASE_INSENSITIVE);

  /**
   * The place of a file; empty when Hugo would not make a page of it.
   *
   * @param file relative to the root, with {@code /}
   * @param rootHasContent whether the root has a {@code content} folder
   */
  static Optional<SitePlace> of(String file, boolean rootHasContent) {
    if (!PAGE.matcher(file).matches()) {
      return Optional.empty();
    }
    if (!rootHasContent) {
      return Optional.of(new SitePlace(CONTENT + file));
    }
    return file.startsWith(CONTENT) ? Optional.of(new SitePlace(file)) : Optional.empty();
  }

  /** The section as address, for example {@code /news/}. */
  String section() {
    String folder = parent(path.substring(CONTENT.length()));
    if (BUNDLE.matcher(path).matches()) {
      folder = parent(folder);
    }
    return folder.isEmpty() ? "/" : "/" + folder + "/";
  }

  /** What the address ends in when the document has no slug. */
  String defaultSlug() {
    String name = path;
    if (BUNDLE.matcher(path).matches()) {
      name = parent(path);
    }
    String last = name.substring(name.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    String stem = name.equals(path) && dot > 0 ? last.substring(0, dot) : last;
    return stem.toLowerCase(Locale.ROOT);
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
