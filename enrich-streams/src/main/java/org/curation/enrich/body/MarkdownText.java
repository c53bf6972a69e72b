package org.curation.enrich.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.curation.enrich.body.Spans.Span;
import org.jspecify.annotations.Nullable;

/** A text as CommonMark reads it, with the places of what is in it. Pure. */
final class MarkdownText {
  /** What is nested deeper is read as text; documents of people have a handful of levels. */
  private static final int DEEPEST = 60;

  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(false).sanitizeUrls(false).build();

  private final Node document;
  private final List<Node> nodes = new ArrayList<>();

  private MarkdownText(Node document) {
    this.document = document;
    Node node = document.getFirstChild();
    while (node != null) {
      nodes.add(node);
      node = node.getFirstChild() != null ? node.getFirstChild() : behind(node);
    }
  }

  /** Reads a text. */
  static MarkdownText parse(String text) {
    return new MarkdownText(PARSER.parse(text));
  }

  /** As HTML, with raw HTML and all addresses let through: what a careless site would show. */
  String html() {
    return RENDERER.render(document);
  }

  /** Where code is. */
  Spans code() {
    List<Span> spans = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Code
          || node instanceof FencedCodeBlock
          || node instanceof IndentedCodeBlock) {
        spans.add(span(node));
      }
    }
    return Spans.of(spans);
  }

  /** Where addresses in angle brackets begin: links by themselves, and those of links. */
  Set<Integer> autolinks(String text) {
    Set<Integer> starts = new HashSet<>();
    for (Destination each : destinations()) {
      int start = each.whole().start();
      if (text.startsWith("<", start)) {
        starts.add(start);
        continue;
      }
      int bracket =
          text.indexOf(
              each.definition() ? "]:" : "](", each.shown() == null ? start : each.shown().end());
      int at = bracket < 0 ? each.whole().end() : bracket + 2;
      while (at < each.whole().end() && text.charAt(at) <= ' ') {
        at++;
      }
      if (at < each.whole().end() && text.charAt(at) == '<') {
        starts.add(at);
      }
    }
    return starts;
  }

  /** A link, an image, or an address that links refer to. */
  record Destination(
      String address, boolean image, boolean definition, Span whole, @Nullable Span shown) {}

  /** All links, images and definitions, outer ones first. */
  List<Destination> destinations() {
    List<Destination> found = new ArrayList<>();
    for (Node node : nodes) {
      switch (node) {
        case Link link ->
            found.add(
                new Destination(link.getDestination(), false, false, span(node), shown(node)));
        case Image image ->
            found.add(
                new Destination(image.getDestination(), true, false, span(node), shown(node)));
        case LinkReferenceDefinition definition ->
            found.add(new Destination(definition.getDestination(), false, true, span(node), null));
        default -> {
          // Nothing that leads anywhere.
        }
      }
    }
    return found;
  }

  private static @Nullable Node behind(Node last) {
    Node node = last;
    while (node != null && node.getNext() == null) {
      node = node.getParent();
    }
    return node == null ? null : node.getNext();
  }

  private static @Nullable Span shown(Node node) {
    Node first = node.getFirstChild();
    Node last = node.getLastChild();
    if (first == null || last == null) {
      return null;
    }
    return new Span(span(first).start(), span(last).end());
  }

  private static Span span(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return new Span(0, 0);
    }
    SourceSpan last = spans.getLast();
    return new Span(spans.getFirst().getInputIndex(), last.getInputIndex() + last.getLength());
  }
}
