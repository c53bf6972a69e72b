package org.curation.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.enrich.link.Cleaned.Outcome;
import org.junit.jupiter.api.Test;

/** What holds for every text, by the rules that come with the program. */
class CleaningPropertiesTest {
  private static final UrlCleaner CLEANER = UrlCleaner.builtIn();
  private static final int CAP = 8 * 1024;

  /** Far above what is needed, far below what anything that isn't linear takes. */
  private static final long MOST_NANOS = 250_000_000;

  private static final String[] PIECES = {
    "https://",
    "http://",
    "www.google.de/url?url=",
    "urldefense.com/v3/__",
    "__;",
    "!!",
    "*",
    "**A",
    "eur01.safelinks.protection.outlook.com/?url=",
    "www.youtube.com/watch?v=1",
    "www.amazon.de/dp/1",
    "example.org",
    "/",
    "?",
    "&",
    "#",
    "amp;",
    "&amp;",
    "&#38;",
    "utm_source=x",
    "utm_",
    "gclid=1",
    "mc_eid=abcdefgh",
    "ref=1",
    "si=1",
    "t=5",
    "%26",
    "%3D",
    "%2F",
    "%3A",
    "https%3A%2F%2F",
    "%25",
    "%",
    "..",
    "/../",
    "%2e",
    "a",
    "b=",
    "=",
    "+",
    " ",
    "\n",
    "\u200B",
    "ü",
    "😀",
    "\uD800",
    "xtor=AD",
    ".UqTpRuLXzXo",
    "!",
    "/r?",
    "@",
    ":80",
    ":",
    "[::1]",
    "\\",
    "'",
    "\"",
    "<",
    ">",
    "www.",
    "amp/"
  };

  @Property(tries = 500)
  void shouldNeverThrow(@ForAll String text) {
    assertThat(CLEANER.clean(text).original()).isEqualTo(text);
    assertThat(CLEANER.clean("https://example.org/" + text).original()).endsWith(text);
  }

  @Test
  void shouldLeaveCleanAddressesAndAddNothing() {
    // Given
    long seed = 5;
    Random random = new Random(seed);
    int cleaned = 0;

    for (int i = 0; i < 40_000; i++) {
      String text = text(random);

      // When
      Cleaned first = CLEANER.clean(text);

      // Then
      if (first.clean() != null) {
        Cleaned second = CLEANER.clean(first.clean());
        assertThat(second.clean()).as("seed %d, text %s", seed, text).isEqualTo(first.clean());
        assertThat(second.key()).as(text).isEqualTo(first.key());
        assertThat(second.outcome()).as(text).isEqualTo(Outcome.UNCHANGED);
        assertThat(second.steps()).as(text).isEmpty();
        cleaned += first.outcome() == Outcome.CLEANED ? 1 : 0;
      }
    }
    assertThat(cleaned).isGreaterThan(5000);
  }

  @Test
  void shouldNeverAddAParameter() {
    Random random = new Random(6);
    for (int i = 0; i < 20_000; i++) {
      // A host of no rule, so that nothing is unwrapped.
      String text = "https://plain.example.org/p?" + parameters(random);
      Map<String, Integer> left = counts(text);
      counts(String.valueOf(CLEANER.clean(text).clean()))
          .forEach(
              (part, count) ->
                  assertThat(count)
                      .as("%s in %s", part, text)
                      .isLessThanOrEqualTo(left.getOrDefault(part, 0)));
    }
  }

  @Test
  void shouldTakeLinearTimeOnHostileTexts() {
    List<String> beginnings =
        List.of(
            "https://example.org/",
            "https://",
            "https://example.org/?",
            "https://example.org/#",
            "https://www.google.de/url?url=https%3A%2F%2F",
            "https://urldefense.com/v3/__https://a.org/",
            "");
    List<String> repeated =
        List.of(
            "a",
            "/",
            "&",
            "&amp;",
            "&a=1",
            "?",
            "%",
            "%25",
            "../",
            "@",
            ":",
            "[",
            "ü",
            "\uD800",
            "*",
            "**A",
            "xn--a.",
            "1.",
            "utm_a=1&",
            "&#38",
            "&#000000000",
            "<",
            " ",
            "=",
            "日.",
            "-",
            "https://www.google.de/url?url=",
            "&url=https%3A%2F%2F");
    for (String beginning : beginnings) {
      for (String piece : repeated) {
        String text = (beginning + piece.repeat(CAP)).substring(0, CAP);
        assertThat(fastest(text)).as(beginning + piece).isLessThan(MOST_NANOS);
      }
    }
  }

  private static long fastest(String text) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      CLEANER.clean(text);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(4) > 0 ? "https://example.org/" : "");
    for (int j = random.nextInt(14); j > 0; j--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String parameters(Random random) {
    String[] keys = {
      "utm_source", "gclid", "id", "q", "page", "mc_eid", "ref", "%75tm_a", "", "a[]"
    };
    StringBuilder text = new StringBuilder();
    for (int j = random.nextInt(8); j >= 0; j--) {
      text.append(keys[random.nextInt(keys.length)])
          .append(random.nextBoolean() ? "=" : "")
          .append(random.nextInt(3))
          .append(j > 0 ? "&" : "");
    }
    return text.toString();
  }

  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new HashMap<>();
    int mark = text.indexOf('?');
    if (mark >= 0) {
      Arrays.stream(text.substring(mark + 1).split("&"))
          .forEach(part -> counts.merge(part, 1, Integer::sum));
    }
    return counts;
  }
}
