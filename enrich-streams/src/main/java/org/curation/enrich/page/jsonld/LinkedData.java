package org.curation.enrich.page.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.WebAddress;

/**
 * All linked data of a page.
 *
 * @param blocks what was read, in its order
 * @param nodes the objects that stand for themselves: in a block, in a list of it, in its graph,
 *     and what such an object is mainly about
 */
public record LinkedData(List<JsonNode> blocks, List<LinkedNode> nodes) {
  private static final int MAX_NODES = 500;
  private static final int MAX_REFERENCED = 5_000;
  private static final int MAX_DEPTH = 12;
  private static final int SAME_PAGE = 5;
  private static final int SAME_TITLE = 3;
  private static final int OTHER_PAGE = -100;
  private static final int MAX_HEADLINE = 400;

  /** Copies the lists. */
  public LinkedData {
    blocks = List.copyOf(blocks);
    nodes = List.copyOf(nodes);
  }

  /** Reads scripts. Any texts give a result. */
  public static LinkedData read(List<String> scripts) {
    List<JsonNode> blocks = new ArrayList<>();
    scripts.forEach(script -> blocks.addAll(JsonBlocks.read(script)));
    Map<String, JsonNode> byId = new HashMap<>();
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode block : blocks) {
      name(block, byId, 0);
      collect(block, found, 0);
    }
    return new LinkedData(blocks, found.stream().map(node -> new LinkedNode(node, byId)).toList());
  }

  private static void name(JsonNode node, Map<String, JsonNode> byId, int depth) {
    if (depth > MAX_DEPTH || byId.size() > MAX_REFERENCED) {
      return;
    }
    if (node.isObject() && node.size() > 1 && node.path("@id").isTextual()) {
      byId.merge(
          node.path("@id").asText(), node, (one, two) -> one.size() >= two.size() ? one : two);
    }
    for (JsonNode inner : node) {
      if (inner.isContainerNode()) {
        name(inner, byId, depth + 1);
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> found, int depth) {
    if (depth > 4 || found.size() >= MAX_NODES) {
      return;
    }
    if (node.isArray()) {
      node.forEach(inner -> collect(inner, found, depth + 1));
    } else if (node.isObject()) {
      if (node.has("@type") || node.has("type") || node.has("headline")) {
        found.add(node);
      }
      collect(node.path("@graph"), found, depth + 1);
      collect(node.path("mainEntity"), found, depth + 1);
      if (node.path("mainEntityOfPage").size() > 2) {
        collect(node.path("mainEntityOfPage"), found, depth + 1);
      }
    }
  }

  /**
   * The object that the page is about: an article before another work before the page itself. One
   * that names this page's address comes before one that doesn't; one that names another address
   * counts only if its headline is this page's.
   *
   * @param addresses what this page may be called
   * @param titles what it is titled in other places
   */
  public Optional<LinkedNode> main(List<String> addresses, List<String> titles) {
    Set<String> own = new HashSet<>();
    addresses.forEach(address -> own.add(WebAddress.identity(address)));
    List<String> folded = titles.stream().map(LineText::folded).toList();
    LinkedNode best = null;
    int most = 0;
    for (LinkedNode node : nodes) {
      int rank = node.rank() * 10;
      if (rank > 0) {
        int score = rank + match(node, own, folded);
        if (score > most) {
          most = score;
          best = node;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The same without articles that say they are of another page than this, and not of a site. */
  public LinkedData ofPage(List<String> addresses, List<String> titles) {
    Set<String> own = new HashSet<>();
    addresses.forEach(address -> own.add(WebAddress.identity(address)));
    List<String> folded = titles.stream().map(LineText::folded).toList();
    return new LinkedData(
        blocks,
        nodes.stream()
            .filter(
                node ->
                    !node.isArticle() || namesSite(node) || match(node, own, folded) != OTHER_PAGE)
            .toList());
  }

  private static boolean namesSite(LinkedNode node) {
    return List.of("url", "mainEntityOfPage", "@id").stream()
        .flatMap(key -> node.texts(key).stream())
        .anyMatch(text -> text.contains("#") || WebAddress.isHome(text));
  }

  private static int match(LinkedNode node, Set<String> own, List<String> titles) {
    int titled = titled(node, titles) ? SAME_TITLE : 0;
    List<String> said = new ArrayList<>();
    for (String key : List.of("url", "mainEntityOfPage", "@id")) {
      node.texts(key).stream().filter(text -> text.startsWith("http")).forEach(said::add);
    }
    node.nodes("mainEntityOfPage").forEach(page -> said.addAll(page.plain("@id")));
    if (said.isEmpty() || own.isEmpty()) {
      return titled;
    }
    if (said.stream().map(WebAddress::identity).anyMatch(own::contains)) {
      return titled + SAME_PAGE;
    }
    return titled > 0 ? titled : OTHER_PAGE;
  }

  private static boolean titled(LinkedNode node, List<String> titles) {
    String headline =
        node.text("headline")
            .or(() -> node.text("name"))
            .map(text -> LineText.folded(LineText.clean(LineText.cut(text, MAX_HEADLINE))))
            .orElse("");
    return headline.length() > 3
        && titles.stream()
            .anyMatch(
                title ->
                    title.contains(headline) || (title.length() > 10 && headline.contains(title)));
  }
}
