package org.curation.enrich.link.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.curation.enrich.link.match.Condition;
import org.curation.enrich.link.match.Expression;
import org.curation.enrich.link.match.KeyPattern;
import org.curation.enrich.link.match.Scope;
import org.curation.enrich.link.match.TextPattern;
import org.curation.enrich.link.unwrap.Decoding;
import org.curation.enrich.link.unwrap.Source;
import org.curation.enrich.link.unwrap.Unwrap;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Problems;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that ClearURLs publishes. Expressions that RE2 doesn't have (look-around) are left
 * out and listed; {@code completeProvider} and {@code forceRedirection} say what a browser does
 * with a request and mean nothing here. Hosts are matched at label boundaries, stricter than there.
 */
final class ClearUrlsReader {
  private final String file;
  private final Problems problems;
  private final List<Rule> rules = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  ClearUrlsReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Expressions that were left out, for a log: {@code provider: expression}. */
  List<String> skipped() {
    return skipped;
  }

  List<Rule> read(String text) {
    JsonNode providers;
    try {
      JsonNode root = Json.mapper().readTree(text);
      providers = root == null ? null : root.get("providers");
    } catch (JsonProcessingException e) {
      Place.file(problems, file)
          .line(e.getLocation() == null ? 0 : e.getLocation().getLineNr())
          .problem("not readable as JSON: " + e.getOriginalMessage());
      return List.of();
    }
    if (providers == null || !providers.isObject()) {
      Place.file(problems, file).problem("expected an object \"providers\" as ClearURLs has it");
      return List.of();
    }
    providers.properties().forEach(entry -> provider(entry.getKey(), entry.getValue()));
    return rules;
  }

  private void provider(String name, JsonNode provider) {
    String urlPattern = provider.path("urlPattern").asText("");
    Scope scope = scope(name, urlPattern, provider.path("exceptions"));
    if (scope == null) {
      return;
    }
    String id = "clearurls." + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    List<Unwrap> unwraps = unwraps(name, provider.path("redirections"));
    List<Rule.Rewrite> rewrites = rewrites(name, provider.path("rawRules"));
    Rule.In in = Rule.In.BOTH;
    List<KeyPattern> strip = keys(name, provider.path("rules"));
    if (!strip.isEmpty() || !unwraps.isEmpty() || !rewrites.isEmpty()) {
      rules.add(rule(id, Rule.Level.STANDARD, scope, strip, in, rewrites, unwraps));
    }
    List<KeyPattern> referral = keys(name, provider.path("referralMarketing"));
    if (!referral.isEmpty()) {
      rules.add(
          rule(id + ".referral", Rule.Level.AGGRESSIVE, scope, referral, in, List.of(), List.of()));
    }
  }

  private static Rule rule(
      String id,
      Rule.Level level,
      Scope scope,
      List<KeyPattern> strip,
      Rule.In in,
      List<Rule.Rewrite> rewrites,
      List<Unwrap> unwraps) {
    return new Rule(
        id, level, false, scope, strip, in, List.of(), List.of(), List.of(), rewrites, unwraps,
        false, false);
  }

  /** Null when the provider's addresses can't be told. */
  private @Nullable Scope scope(String name, String urlPattern, JsonNode exceptions) {
    List<Condition> unless = new ArrayList<>();
    for (JsonNode exception : exceptions) {
      Expression pattern = compiled(name, exception.asText());
      if (pattern != null) {
        unless.add(onUrl(pattern));
      }
    }
    if (urlPattern.equals(".*")) {
      return new Scope(List.of(), List.of(), List.of(), List.of(), List.of(), unless);
    }
    Expression pattern = compiled(name, urlPattern);
    return pattern == null
        ? null
        : new Scope(
            ClearUrlsHosts.of(urlPattern),
            List.of(),
            List.of(),
            List.of(),
            List.of(onUrl(pattern)),
            unless);
  }

  private static Condition onUrl(Expression pattern) {
    return new Condition(List.of(), List.of(), List.of(), List.of(pattern), List.of());
  }

  private List<KeyPattern> keys(String name, JsonNode expressions) {
    List<KeyPattern> keys = new ArrayList<>();
    for (JsonNode node : expressions) {
      String text = node.asText();
      if (compiled(name, text) != null) {
        boolean plain = text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        keys.add(KeyPattern.anyValue(TextPattern.of(plain ? text : TextPattern.RE + text, false)));
      }
    }
    return keys;
  }

  private List<Rule.Rewrite> rewrites(String name, JsonNode expressions) {
    List<Rule.Rewrite> found = new ArrayList<>();
    for (JsonNode node : expressions) {
      Expression cut = compiled(name, node.asText());
      if (cut != null) {
        found.add(new Rule.Cut(cut, false));
      }
    }
    return found;
  }

  private List<Unwrap> unwraps(String name, JsonNode expressions) {
    List<Unwrap> found = new ArrayList<>();
    for (JsonNode node : expressions) {
      if (compiled(name, node.asText()) != null) {
        Expression whole = Expression.anywhere(node.asText(), false);
        found.add(
            new Unwrap(
                new Source.Part(Source.Component.URL, whole),
                "",
                List.of(Decoding.PERCENT),
                List.of(),
                null,
                null,
                null,
                false));
      }
    }
    return found;
  }

  private @Nullable Expression compiled(String provider, String expression) {
    try {
      return Expression.anywhere(expression, false);
    } catch (PatternSyntaxException e) {
      skipped.add(provider + ": " + expression);
      return null;
    }
  }
}
