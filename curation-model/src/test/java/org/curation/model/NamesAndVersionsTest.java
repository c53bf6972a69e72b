package org.curation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.curation.model.topic.Partitioning;
import org.junit.jupiter.api.Test;

class NamesAndVersionsTest {
  @Test
  void shouldReadItsOwnText() {
    CurationId id = CurationId.parse("open-project:3719");
    assertThat(id.source()).isEqualTo("open-project");
    assertThat(CaptureKey.parse(new CaptureKey(id, "page").toString()))
        .isEqualTo(new CaptureKey(id, "page"));
  }

  @Test
  void shouldRefuseNamesThatAreNoKeys() {
    for (String text :
        List.of(
            "", "3719", ":1", "open-project:", "Open:1", "a:b/c", "a:b|c", "a:\u0000", "a:b c")) {
      assertThatThrownBy(() -> CurationId.parse(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void shouldOrderByIncarnationBeforeNumber() {
    assertThat(new Version(1, 0)).isGreaterThan(new Version(0, 99));
    assertThat(new Version(0, 10)).isGreaterThan(new Version(0, 9));
  }

  @Test
  void shouldKeepEverythingOfACurationInOnePartition() {
    CurationId id = CurationId.parse("open-project:3719");
    assertThat(Partitioning.forCapture(new CaptureKey(id, "page"), 12))
        .isEqualTo(Partitioning.forCapture(new CaptureKey(id, "favicon"), 12))
        .isEqualTo(Partitioning.forCuration(id, 12));
  }

  @Test
  void shouldGiveAHostOnePartitionWhateverThePath() {
    assertThat(Partitioning.forUrl("https://Example.org/a?b", 7))
        .isEqualTo(Partitioning.forUrl("http://example.org:80/c", 7));
    assertThat(Partitioning.forUrl("not a url", 7)).isBetween(0, 6);
  }

  @Test
  void shouldReadAPageBackAndCutALongOne() {
    String html = "<p>é😀</p>";
    assertThat(PageContent.of(html).html()).isEqualTo(html);
    PageContent cut = PageContent.of("x".repeat(PageContent.MAX_CHARS + 5));
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.html()).hasSize(PageContent.MAX_CHARS);
  }
}
