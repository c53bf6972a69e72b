package org.curation.enrich.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a document lies in a Hugo site.
 *
 * @param path of its file, relative to the site root
 * @param section the address of the folder that it is listed under, with slashes at both ends
 */
record SitePlace(String path, String section) {
  private static final String CONTENT = "content";
  private static final Pattern SECTION = Pattern.compile("/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
  private static final String MARKDOWN = ".md";

  /**
   * The place that a lane gives.
   *
   * @param basePath from the front matter
   * @param documentId may end in {@code .md}, which Hugo's file name has anyway
   * @return empty when either part could lead out of its folder
   */
  static Optional<SitePlace> of(String basePath, String documentId, boolean bundle) {
    String section = basePath.endsWith("/") ? basePath : basePath + "/";
    String stem = stem(documentId);
    if (!SECTION.matcher(section).matches()
        || !NAME.matcher(stem).matches()
        || stem.contains("..")) {
      return Optional.empty();
    }
    String path = CONTENT + section + stem + (bundle ? "/index.md" : MARKDOWN);
    return Optional.of(new SitePlace(path, section));
  }

  /** The place that an imported document keeps. */
  static SitePlace kept(String path) {
    String folder = parent(path);
    boolean bundle = path.endsWith("/index.md");
    String section = bundle ? parent(folder) : folder;
    String below =
        section.startsWith(CONTENT) ? section.substring(CONTENT.length()) : "/" + section;
    return new SitePlace(path, below.endsWith("/") ? below : below + "/");
  }

  private static String stem(String documentId) {
    return documentId.endsWith(MARKDOWN)
        ? documentId.substring(0, documentId.length() - MARKDOWN.length())
        : documentId;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
