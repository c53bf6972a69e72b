package org.curation.enrich.body;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The elements that a lane's bodies may hold. Which attributes they may have is the same for all
 * lanes. None of them runs anything, none changes how a browser reads what is in it, and none is of
 * another language (SVG, MathML): so no arrangement of them can become something else.
 * Unchangeable.
 *
 * @param name {@code basic}, {@code article} or {@code list}
 * @param elements in lower case
 */
public record SafeTags(String name, Set<String> elements) {
  /** Text, lists, headings, links. */
  public static final SafeTags BASIC =
      new SafeTags(
          "basic",
          words(
              "a abbr b blockquote br cite code del em h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p"
                  + " pre q s samp small span strong sub sup u ul var wbr"));

  /** The same with images, tables and the parts of an article. */
  public static final SafeTags ARTICLE =
      new SafeTags(
          "article",
          Stream.concat(
                  BASIC.elements.stream(),
                  words(
                      "address article aside bdi bdo caption col colgroup dd details dfn div dl dt"
                          + " figcaption figure footer header img main nav rp rt ruby section"
                          + " summary table tbody td tfoot th thead time tr")
                      .stream())
              .collect(Collectors.toUnmodifiableSet()));

  private static final Map<String, AttributeKind> ANYWHERE =
      Map.of("title", AttributeKind.TEXT, "lang", AttributeKind.WORDS, "dir", AttributeKind.WORDS);

  private static final Map<String, Map<String, AttributeKind>> OWN =
      Map.ofEntries(
          Map.entry(
              "a",
              Map.of(
                  "href", AttributeKind.LINK,
                  "target", AttributeKind.WORDS,
                  "rel", AttributeKind.WORDS,
                  "hreflang", AttributeKind.WORDS)),
          Map.entry(
              "img",
              Map.of(
                  "src", AttributeKind.IMAGE,
                  "alt", AttributeKind.TEXT,
                  "width", AttributeKind.LENGTH,
                  "height", AttributeKind.LENGTH,
                  "loading", AttributeKind.WORDS,
                  "decoding", AttributeKind.WORDS)),
          Map.entry("blockquote", Map.of("cite", AttributeKind.LINK)),
          Map.entry("q", Map.of("cite", AttributeKind.LINK)),
          Map.entry("code", Map.of("class", AttributeKind.WORDS)),
          Map.entry("pre", Map.of("class", AttributeKind.WORDS)),
          Map.entry("del", Map.of("datetime", AttributeKind.WORDS)),
          Map.entry("ins", Map.of("datetime", AttributeKind.WORDS)),
          Map.entry("time", Map.of("datetime", AttributeKind.WORDS)),
          Map.entry("details", Map.of("open", AttributeKind.WORDS)),
          Map.entry(
              "ol",
              Map.of(
                  "start", AttributeKind.NUMBER,
                  "type", AttributeKind.WORDS,
                  "reversed", AttributeKind.WORDS)),
          Map.entry("ul", Map.of("type", AttributeKind.WORDS)),
          Map.entry("li", Map.of("value", AttributeKind.NUMBER)),
          Map.entry("col", Map.of("span", AttributeKind.NUMBER)),
          Map.entry("colgroup", Map.of("span", AttributeKind.NUMBER)),
          Map.entry("td", cell()),
          Map.entry("th", cell()));

  /** Copies the set. */
  public SafeTags {
    elements = Set.copyOf(elements);
  }

  /** A list of a lane's own. */
  public static SafeTags list(Set<String> elements) {
    return new SafeTags("list", elements);
  }

  /** All elements that a list may name, in order. */
  public static Set<String> known() {
    return new TreeSet<>(ARTICLE.elements);
  }

  boolean allows(String element) {
    return elements.contains(element);
  }

  /** What the value may be; null when the element may not have the attribute. */
  @Nullable AttributeKind attribute(String element, String attribute) {
    AttributeKind own = OWN.getOrDefault(element, Map.of()).get(attribute);
    return own == null ? ANYWHERE.get(attribute) : own;
  }

  private static Map<String, AttributeKind> cell() {
    return Map.of(
        "colspan", AttributeKind.NUMBER,
        "rowspan", AttributeKind.NUMBER,
        "scope", AttributeKind.WORDS,
        "align", AttributeKind.WORDS);
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }
}
