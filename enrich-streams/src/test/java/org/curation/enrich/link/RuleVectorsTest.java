package org.curation.enrich.link;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.curation.enrich.link.rules.UrlRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule that comes with the program: what it changes, and what it must leave as it is. */
class RuleVectorsTest {
  private static final Pattern ID = Pattern.compile("(?m)^ *- \\{?id: ([a-z0-9.-]+)");
  private static final String AGGRESSIVE = "@aggressive";

  /** Kinds of vectors whose rule must be among the steps; those of others mustn't. */
  private static final Set<String> CHANGES =
      Set.of("strip", "unwrap", "rewrite", "amp", "fragment");

  /** What no rule of ours takes today, and none of a site or of a peer's file may. */
  private static final Set<String> GUARDS =
      Set.of(
          "fragment.routes",
          "keep.wsj-share",
          "keep.nytimes-gift",
          "keep.jama-guest",
          "keep.gift-links",
          "keep.amazon-variant",
          "keep.youtube-place",
          "keep.google-query",
          "keep.github-ref",
          "keep.bit",
          "keep.coolapk");

  private static final UrlCleaner STANDARD = UrlCleaner.builtIn();
  private static final UrlCleaner WIDEST = with("level: aggressive\n");
  private static final Map<String, List<Vector>> VECTORS =
      Stream.of("vectors.tsv", "vectors-by-hand.tsv")
          .flatMap(name -> text(name).lines())
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Vector(cells[0], cells[1], cells[2], cells[3]))
          .collect(groupingBy(Vector::rule, TreeMap::new, java.util.stream.Collectors.toList()));

  private record Vector(String rule, String url, String expected, String kind) {
    boolean changes() {
      return CHANGES.contains(kind.replace(AGGRESSIVE, ""));
    }

    Cleaned cleaned() {
      return (kind.endsWith(AGGRESSIVE) ? WIDEST : STANDARD).clean(url);
    }
  }

  @Test
  void shouldHaveVectorsForEachRuleAndForNoOther() {
    assertThat(VECTORS.keySet()).isEqualTo(ids());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void shouldChangeWhatItIsForAndNothingElse(String rule) {
    for (Vector vector : VECTORS.getOrDefault(rule, List.of())) {
      // When
      Cleaned cleaned = vector.cleaned();

      // Then
      List<String> steps = cleaned.steps().stream().map(Step::rule).toList();
      assertThat(cleaned.clean()).as(vector.toString()).isEqualTo(vector.expected);
      if (vector.changes()) {
        assertThat(steps).as(vector.toString()).contains(rule);
      } else if (!vector.kind.equals("keep")) {
        assertThat(steps).as(vector.toString()).doesNotContain(rule);
      }
      assertThat(STANDARD.clean(vector.expected).clean()).isEqualTo(vector.expected);
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void shouldHaveBothSidesOfTheRule(String rule) {
    // Given
    List<Vector> vectors = VECTORS.getOrDefault(rule, List.of());
    boolean changes = vectors.stream().anyMatch(Vector::changes);

    // Then
    assertThat(vectors).anyMatch(vector -> !vector.changes());
    if (!changes && !GUARDS.contains(rule)) {
      UrlCleaner without = with("disable: [" + rule + "]\n");
      assertThat(vectors)
          .anyMatch(vector -> !vector.expected.equals(without.clean(vector.url).clean()));
    }
  }

  @ParameterizedTest
  @MethodSource("ordinaryAddresses")
  void shouldLeaveOrdinaryAddressesAsTheyAre(String url) {
    assertThat(STANDARD.clean(url).clean()).isEqualTo(url);
  }

  static List<String> ordinaryAddresses() {
    return text("must-keep.txt").lines().filter(line -> !line.startsWith("# ")).toList();
  }

  static Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    text("index.txt")
        .lines()
        .filter(name -> !name.isBlank() && !name.startsWith("#"))
        .flatMap(name -> ID.matcher(text(name)).results())
        .map((MatchResult found) -> found.group(1))
        .forEach(ids::add);
    return ids;
  }

  private static UrlCleaner with(String settings) {
    return new UrlCleaner(RulesFixture.rules("version: test\n" + settings));
  }

  private static String text(String name) {
    try (InputStream in = UrlRules.class.getResourceAsStream("/url-rules/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
