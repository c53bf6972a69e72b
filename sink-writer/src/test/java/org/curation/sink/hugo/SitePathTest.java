package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "content/a.md",
        "content/news/71b17c97-450a-504a-9002-52517bc633be/index.md",
        "content/news/3a35337c-ede0-54da-a73b-babbf4f05f28.md",
        "content/é/中 文.md",
        "content/a..b/b...md",
        "content/console/aux-x.md"
      })
  void shouldTakeAPathBelowContent(String text) {
    // When
    SitePath path = SitePath.document(text);

    // Then
    assertThat(path).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "content",
        "content/",
        "content.md",
        "content/a",
        "content/a.html",
        "content/a.md/",
        "/content/a.md",
        "Content/a.md",
        "static/a.md",
        "../content/a.md",
        "content/../a.md",
        "content/../../etc/a.md",
        "content/./a.md",
        "content//a.md",
        "content/a/..md/../b.md",
        "content\\a.md",
        "content/a\\..\\b.md",
        "content/a\0.md",
        "content/a\n.md",
        "content/a\u0085.md",
        "content/a\ud800.md",
        "content/.curation-1.tmp/a.md",
        "content/.git/a.md",
        "content/.hidden.md",
        "content/#a#/a.md",
        "content/a~/a.md",
        "content/..a/a.md",
        "content/a./a.md",
        "content/a /a.md",
        "content/ a.md",
        "content/con/a.md",
        "content/AUX.md",
        "content/Lpt1.x.md",
        "content/a:b.md",
        "content/a?.md",
        "content/a*|<>.md",
        "content/x\"y.md",
        "~/content/a.md",
        "C:/content/a.md"
      })
  void shouldRefuseAnyOther(String text) {
    // When / Then
    assertThatThrownBy(() -> SitePath.document(text))
        .isInstanceOf(UnsafePathException.class)
        .hasMessageStartingWith("path \"");
  }

  @Test
  void shouldBoundSegmentsAndWholeInBytes() {
    // Given
    String longest = "content/" + "é".repeat(126) + ".md";
    String tooLong = "content/" + "é".repeat(126) + "a.md";
    String wholeTooLong = "content/" + "abcdefg/".repeat(511) + ".md";

    // When / Then
    assertThat(SitePath.document(longest).text()).isEqualTo(longest);
    assertThatThrownBy(() -> SitePath.document(tooLong)).isInstanceOf(UnsafePathException.class);
    assertThatThrownBy(() -> SitePath.document(wholeTooLong))
        .isInstanceOf(UnsafePathException.class)
        .hasMessageContaining("4096");
  }

  @Test
  void shouldPutAssetsBesideTheDocument() {
    // Given
    SitePath document = SitePath.document("content/news/x/index.md");

    // When
    SitePath asset = document.asset("x-featuredImage.jpeg");

    // Then
    assertThat(asset).hasToString("content/news/x/x-featuredImage.jpeg");
    assertThat(asset.folders()).containsExactly("content", "content/news", "content/news/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a/b",
        "../a",
        "a b",
        "é.jpeg",
        "a\0",
        "a\n",
        "\\",
        "index.md",
        ".curation-1.tmp"
      })
  void shouldRefuseAnAssetThatIsNoPlainName(String name) {
    // Given
    SitePath document = SitePath.document("content/news/x/index.md");

    // When / Then
    assertThatThrownBy(() -> document.asset(name)).isInstanceOf(UnsafePathException.class);
  }

  @Test
  void shouldNameTheOffenderReadably() {
    // When / Then
    assertThatThrownBy(() -> SitePath.document("content/a\u001b\ud800.md"))
        .hasMessageContaining("content/a\\u001b\\ud800.md");
  }
}
