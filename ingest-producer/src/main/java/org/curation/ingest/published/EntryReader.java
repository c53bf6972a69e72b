package org.curation.ingest.published;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.curation.ingest.published.FrontMatter.BadFrontMatterException;
import org.curation.ingest.source.Excerpt;
import org.curation.model.CurationId;

/** Makes an entry of a published document, and says what can't be taken over. Pure. */
final class EntryReader {
  private static final Pattern SOURCE = Pattern.compile("([a-z][a-z0-9-]{0,31})-curations");
  private static final Pattern DOCUMENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
  private static final Pattern ADDRESS = Pattern.compile("/[^\\p{Cntrl}\\\\]*");
  private static final Pattern HIDDEN = Pattern.compile("(?:^|/)[.#]|~(?:/|$)");
  private static final Pattern CLIMBS = Pattern.compile("(?:^|/)\\.\\.(?:/|$)");

  private final String file;
  private final Optional<SitePlace> place;
  private final Consumer<SiteProblem> problems;

  EntryReader(String file, Optional<SitePlace> place, Consumer<SiteProblem> problems) {
    this.file = file;
    this.place = place;
    this.problems = problems;
  }

  /** The entry; empty, with a problem told, when the document can't be taken over. */
  Optional<PublishedEntry> read(byte[] document) {
    try {
      return entry(FrontMatter.of(document));
    } catch (BadFrontMatterException e) {
      problem("%s. Repair it, then import again.".formatted(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Whether a text may name a document's file. */
  static boolean isDocumentId(String text) {
    return DOCUMENT_ID.matcher(text).matches() && !text.contains("..");
  }

  private Optional<PublishedEntry> entry(FrontMatter head) {
    Optional<String> name = head.text("mdName");
    if (name.isEmpty()) {
      problem("has no mdName in its front matter, so it has no document id and is left out.");
      return Optional.empty();
    }
    if (!isDocumentId(name.get())) {
      problem(
          "mdName \"%s\" is no document id: expected letters, digits, dots, dashes and underscores, at most 128, no two dots in a row."
              .formatted(Excerpt.of(name.get())));
      return Optional.empty();
    }
    if (place.isPresent() && !isRelative(place.get().path())) {
      problem(
          "its place holds .., a hidden folder, a backslash or a control character. Rename it.");
      return Optional.empty();
    }
    Optional<String> source = head.text("source").flatMap(EntryReader::source);
    return Optional.of(
        new PublishedEntry(
            file,
            source,
            source.flatMap(system -> head.text("id").flatMap(id -> id(system, id))),
            name.get(),
            head.text("link", "href"),
            addresses(head),
            place.map(SitePlace::path)));
  }

  private static Optional<String> source(String text) {
    Matcher matcher = SOURCE.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private Optional<CurationId> id(String source, String id) {
    try {
      return Optional.of(new CurationId(source, id));
    } catch (IllegalArgumentException e) {
      problem(
          "id \"%s\" is no id of %s; its link is used instead.".formatted(Excerpt.of(id), source));
      return Optional.empty();
    }
  }

  private List<String> addresses(FrontMatter head) {
    Set<String> addresses = new LinkedHashSet<>();
    Stream.concat(own(head).stream(), head.texts("aliases").stream())
        .forEach(
            address -> {
              if (ADDRESS.matcher(address).matches() && !CLIMBS.matcher(address).find()) {
                addresses.add(address);
              } else {
                problem(
                    "\"%s\" is no address of the site and is left out: expected a path that begins with / and holds no .. or backslash."
                        .formatted(Excerpt.of(address)));
              }
            });
    return List.copyOf(addresses);
  }

  private Optional<String> own(FrontMatter head) {
    Optional<String> slug = head.text("slug").or(() -> place.map(SitePlace::defaultSlug));
    Optional<String> section =
        place.map(SitePlace::section).or(() -> head.text("basePath").map(EntryReader::folder));
    if (slug.isEmpty() || section.isEmpty()) {
      problem(
          "its own address is unknown: expected a slug, and a basePath or a place below content/.");
      return Optional.empty();
    }
    return Optional.of(section.get() + slug.get() + "/");
  }

  private static String folder(String basePath) {
    String start = basePath.startsWith("/") ? basePath : "/" + basePath;
    return start.endsWith("/") ? start : start + "/";
  }

  private static boolean isRelative(String path) {
    return !path.startsWith("/")
        && ADDRESS.matcher("/" + path).matches()
        && !path.contains("..")
        && !HIDDEN.matcher(path).find();
  }

  private void problem(String message) {
    problems.accept(new SiteProblem(file, file + ": " + message));
  }
}
