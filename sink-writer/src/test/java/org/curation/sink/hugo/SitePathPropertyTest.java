package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No text whatever leads out of the content folder. */
class SitePathPropertyTest {
  private static final Path CONTENT = Path.of("site", "content").toAbsolutePath();

  @Property(tries = 5000)
  void shouldRefuseOrStayInside(@ForAll("paths") String text) {
    // When
    SitePath path;
    try {
      path = SitePath.document(text);
    } catch (UnsafePathException refused) {
      assertThat(isHarmless(text)).as("refused for nothing: %s", text).isFalse();
      return;
    }

    // Then
    assertThat(isHarmless(text)).as("taken: %s", text).isTrue();
    Path resolved = CONTENT.getParent().resolve(path.text());
    assertThat(resolved.normalize())
        .isEqualTo(resolved)
        .startsWithRaw(CONTENT)
        .isNotEqualTo(CONTENT);
  }

  @Property(tries = 2000)
  void shouldKeepAssetsInTheDocumentsFolder(@ForAll("names") String name) {
    // Given
    SitePath document = SitePath.document("content/news/x/index.md");

    // When
    SitePath asset;
    try {
      asset = document.asset(name);
    } catch (UnsafePathException refused) {
      return;
    }

    // Then
    assertThat(asset.folder()).isEqualTo(document.folder());
    assertThat(Path.of(asset.text()).normalize()).isEqualTo(Path.of("content/news/x", name));
  }

  /** The rules once more, in another way. */
  private static boolean isHarmless(String text) {
    return text.matches("(?s)content/.*\\.md")
        && text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        && !text.matches("(?s).*[\\x00-\\x1f\\x7f-\\x9f\\\\].*")
        && List.of(text.split("/", -1)).stream()
            .noneMatch(
                segment ->
                    segment.matches("(?s)|[.# ].*|.*[.~ ]|.*[<>:\"|?*].*")
                        || segment.matches(
                            "(?is)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$) *(\\..*)?")
                        || segment.getBytes(StandardCharsets.UTF_8).length > 255);
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "/",
                "//",
                ".",
                "..",
                "../",
                "./",
                "\\",
                "\0",
                "a",
                "news",
                ".md",
                "é",
                "\u2028",
                "\ud800",
                "\n",
                " ",
                "~",
                "%2e%2e",
                "：",
                ".curation-x.tmp"),
            Arbitraries.strings().ofMaxLength(4));
    Arbitrary<String> middle = pieces.list().ofMaxSize(8).map(list -> String.join("", list));
    return Arbitraries.oneOf(
        middle, middle.map(text -> "content/" + text + ".md"), middle.map("content/"::concat));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(6),
        Arbitraries.strings().withChars("ab./\\-_\0").ofMaxLength(8));
  }
}
