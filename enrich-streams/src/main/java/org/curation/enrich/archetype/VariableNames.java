package org.curation.enrich.archetype;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.curation.enrich.yaml.Quoted;
import org.curation.service.Suggestion;

/** What placeholders may name in one kind of template. Unchangeable; safe for use by threads. */
public final class VariableNames {
  /**
   * One known name.
   *
   * @param name dotted path
   * @param open whether it is a map whose entries aren't known in advance: {@code
   *     <name>.<anything>} is allowed, and null where missing
   * @param description for people who write archetypes
   */
  public record Variable(String name, boolean open, String description) {}

  private static final Variable ID = one("id", "number or text of the item in its source");
  private static final Variable CURATION_ID = one("curationId", "source and id: open-project:3719");
  private static final Variable TITLE = one("title", "as the editor wrote it");
  private static final Variable DOCUMENT_ID =
      one("documentId", "permanent name of the document, with the lane's document-id-suffix");
  private static final List<Variable> LINK =
      List.of(
          one("link.href", "what readers follow"),
          one("link.original", "as the curator found it"),
          one("link.brand", "host without a leading www."),
          one("link.site", "link.brand without its last label"));

  /** Names for archetypes. */
  public static final VariableNames DOCUMENT =
      linkAnd(
          List.of(
              ID,
              CURATION_ID,
              TITLE,
              DOCUMENT_ID,
              one("body", "the item's text as the lane treats it"),
              one("description", "made from the body by the lane's rule; may be empty"),
              one("author", "display name in the source"),
              one("createdAt", "ISO timestamp from the source"),
              one("updatedAt", "ISO timestamp from the source"),
              one("type", "name of the item's type: Curated Content"),
              one("status", "name of the item's status"),
              one("source", "open-project or dropmark"),
              one("project.id", "number of the project in its source"),
              one("project.identifier", "the project in addresses: medigy-chronic-care-management"),
              one("project.name", "the project for people: Chronic Care Management (CCM)"),
              open("fields", "custom fields by camel-case name: fields.cleanUrl"),
              one("topics", "list of topics: KLAS: Patient Engagement"),
              one(
                  "topicTerms",
                  "list of maps, one for each topic: name, slug (lower case), label (behind the vendor's name), url (topic/klas-patient-engagement)"),
              one("tags", "list of the source's own tags"),
              one("collection", "name of the Dropmark collection"),
              one("image", "everything about the featured image; null when there is none"),
              one("image.href", "name of the image file beside the document; null when not valid"),
              one("image.format", "published format: JPEG; null when not valid"),
              one("image.width", "in pixels"),
              one("image.height", "in pixels"),
              one("image.size", "list of width and height; null when not valid"),
              one("image.valid", "whether the image can be shown"),
              one("image.reason", "why it can't be; null when it can"),
              one("image.mediaType", "of the published file: image/jpeg"),
              one("image.fileName", "as uploaded"),
              one("image.link", "where the source keeps it: /api/v3/attachments/9831/content"),
              one(
                  "favicon.href",
                  "name of the source's icon beside the document; null when absent"),
              one("pdf.href", "name of the attached PDF beside the document; null when absent"),
              open(
                  "published",
                  "front matter of an imported document, for $with: ${published}; below it each of its keys: published.slug"),
              open("page.meta", "the page's meta elements by name without colons: ogtitle"),
              one("page.title", "the page's title element"),
              one("page.headline", "the page's title without the site's name; null when unknown"),
              one("page.byline", "who wrote the page, names joined by commas; null when unknown"),
              one("page.siteName", "how the page's site calls itself; null when unknown"),
              one("page.language", "of the page, as a BCP 47 tag: en-GB; null when unknown"),
              one(
                  "page.published",
                  "when the page was published, as exact as it says; null when unknown"),
              one("page.modified", "when it was changed last, likewise"),
              one("page.canonical", "the address that the page wants to be known by"),
              one("page.lead", "address of the page's own lead image; null when unknown"),
              one("page.icon", "address of the page's icon; null when unknown"),
              one(
                  "page.text",
                  "the article as the curation extension's reader saw it, plain, at most 16,384 characters; null when absent"),
              one(
                  "relatedOfferings",
                  "list of maps: label, permalink, categories, offeringId, as the lane limits them")));

  /** Names for a lane's {@code document-id}: what is known at first sight and never changes. */
  public static final VariableNames FOR_DOCUMENT_ID = linkAnd(List.of(ID, CURATION_ID, TITLE));

  /** Names for a lane's {@code featured-image}, {@code favicon} and {@code featured-pdf}. */
  public static final VariableNames FOR_FEATURED_IMAGE =
      new VariableNames(List.of(DOCUMENT_ID, ID));

  /** Names for a lane's {@code body-images}. */
  public static final VariableNames FOR_BODY_IMAGES =
      new VariableNames(
          List.of(
              DOCUMENT_ID,
              ID,
              one("attachmentId", "number of the image's attachment"),
              one("extension", "jpeg, or png for an image that can be seen through")));

  private final List<Variable> variables;

  private VariableNames(List<Variable> variables) {
    this.variables = variables;
  }

  /** All of them. */
  public List<Variable> variables() {
    return variables;
  }

  /** Whether a placeholder may name this path. */
  public boolean knows(String path) {
    return variables.stream()
        .anyMatch(
            variable ->
                variable.name().equals(path)
                    || (variable.open()
                        && path.startsWith(variable.name() + ".")
                        && !path.endsWith(".")));
  }

  /** What to say about a path that isn't known. */
  String complaint(String path) {
    TreeSet<String> below = new TreeSet<>();
    TreeSet<String> all = new TreeSet<>();
    for (Variable variable : variables) {
      all.add(variable.name());
      if (variable.name().startsWith(path + ".")) {
        below.add(variable.name());
      }
    }
    String hint =
        below.isEmpty()
            ? Suggestion.phrase(path, all)
            : " of its own; known: " + String.join(", ", below);
    return "no variable " + Quoted.of(path) + (below.isEmpty() ? " here" : "") + hint;
  }

  private static Variable one(String name, String description) {
    return new Variable(name, false, description);
  }

  private static Variable open(String name, String description) {
    return new Variable(name, true, description);
  }

  private static VariableNames linkAnd(List<Variable> others) {
    return new VariableNames(Stream.concat(others.stream(), LINK.stream()).toList());
  }
}
