package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.curation.enrich.yaml.Quoted;
import org.curation.service.Suggestion;

/**
 * Reads one placeholder from a text: <code>path | filter | filter('text') | filter(2)</code>, up to
 * and with the closing brace.
 */
final class PlaceholderParser {
  private static final int MOST_DIGITS = 9;

  private final String text;
  private final VariableNames names;
  private int at;

  /** Starts behind the opening brace. */
  PlaceholderParser(String text, int start, VariableNames names) {
    this.text = text;
    this.at = start;
    this.names = names;
  }

  /** Where reading stopped: behind the closing brace. */
  int end() {
    return at;
  }

  Placeholder parse() throws TemplateSyntaxException {
    String path = word("a variable");
    if (!names.knows(path)) {
      throw new TemplateSyntaxException(names.complaint(path));
    }
    List<Placeholder.Call> calls = new ArrayList<>();
    while (accept('|')) {
      calls.add(call());
    }
    if (!accept('}')) {
      throw unexpected("\"|\" or \"}\"");
    }
    return new Placeholder(path, calls);
  }

  private Placeholder.Call call() throws TemplateSyntaxException {
    String name = word("a filter");
    Filter filter = Filters.BY_NAME.get(name);
    if (filter == null) {
      throw new TemplateSyntaxException(
          "no filter "
              + Quoted.of(name)
              + Suggestion.phrase(name, new TreeSet<>(Filters.BY_NAME.keySet())));
    }
    List<JsonNode> arguments = accept('(') ? arguments() : List.of();
    int wanted = filter.argument() == Filter.Argument.NONE ? 0 : 1;
    if (arguments.size() != wanted) {
      throw new TemplateSyntaxException(
          "filter \"%s\" takes %s, but has %d"
              .formatted(name, wanted == 0 ? "no argument" : "one argument", arguments.size()));
    }
    JsonNode argument = wanted == 0 ? NullNode.instance : arguments.get(0);
    if (filter.argument() == Filter.Argument.TEXT && !argument.isTextual()) {
      throw new TemplateSyntaxException(
          "filter \"%s\" takes a text: %s('…')".formatted(name, name));
    }
    return new Placeholder.Call(filter, argument);
  }

  private List<JsonNode> arguments() throws TemplateSyntaxException {
    List<JsonNode> arguments = new ArrayList<>();
    if (accept(')')) {
      return arguments;
    }
    do {
      arguments.add(argument());
    } while (accept(','));
    if (!accept(')')) {
      throw unexpected("\",\" or \")\"");
    }
    return arguments;
  }

  private JsonNode argument() throws TemplateSyntaxException {
    if (accept('\'')) {
      return TextNode.valueOf(quoted('\''));
    }
    if (accept('"')) {
      return TextNode.valueOf(quoted('"'));
    }
    int start = at;
    if (peek() == '-') {
      at++;
    }
    int digits = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == digits || at - digits > MOST_DIGITS) {
      at = start;
      throw unexpected("a text in quotes or a whole number");
    }
    return IntNode.valueOf(Integer.parseInt(text.substring(start, at)));
  }

  /** A backslash takes the next character as it is. */
  private String quoted(char quote) throws TemplateSyntaxException {
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return value.toString();
      }
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      }
      value.append(c);
    }
    throw new TemplateSyntaxException("a quoted text in \"${\" is not closed");
  }

  private String word(String what) throws TemplateSyntaxException {
    skipBlanks();
    int start = at;
    while (isWordPart(peek())) {
      at++;
    }
    if (at == start) {
      throw unexpected(what);
    }
    return text.substring(start, at);
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.';
  }

  private boolean accept(char c) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** The next character; a blank at the end, which is part of nothing. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : ' ';
  }

  private TemplateSyntaxException unexpected(String wanted) {
    skipBlanks();
    return new TemplateSyntaxException(
        at >= text.length()
            ? "\"${\" is not closed by \"}\"; write \"$${\" for a literal \"${\""
            : "expected %s in \"${…}\", but found %s"
                .formatted(
                    wanted, Quoted.of(text.substring(at, Math.min(text.length(), at + 12)))));
  }
}
