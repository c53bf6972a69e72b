package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curation.sink.store.TestDocuments.document;

import java.util.List;
import org.curation.model.Publication.Outcome;
import org.curation.sink.store.TestDocuments;
import org.junit.jupiter.api.Test;

class HugoStoreFilesTest extends HugoStoreScene {
  private static final TestDocuments PLAIN = document("9", "content/news/p/index.md");
  private static final TestDocuments FILES =
      PLAIN.with("p.pdf", "%PDF-1.7 old").with("p-favicon.png", "icon").with("p-7.jpeg", "in body");

  @Test
  void shouldPublishReplaceRemoveAndTakeBackFilesOfEveryKind() throws Exception {
    // When
    Outcome created = apply(FILES);
    List<String> all = SiteTree.files(site);
    Outcome updated =
        apply(PLAIN.next().with("p.pdf", "%PDF-1.7 new").with("p-favicon.png", "icon"));
    var fewer = SiteTree.of(site);
    apply(PLAIN.next().next());
    List<String> none = SiteTree.files(site);
    apply(PLAIN.version(1, 4).unpublished());

    // Then
    assertThat(created).isEqualTo(Outcome.CREATED);
    assertThat(all)
        .containsExactlyInAnyOrder(
            "content/news/p/index.md",
            "content/news/p/p.pdf",
            "content/news/p/p-favicon.png",
            "content/news/p/p-7.jpeg");
    assertThat(updated).isEqualTo(Outcome.UPDATED);
    assertThat(fewer)
        .containsEntry("content/news/p/p.pdf", "%PDF-1.7 new")
        .containsKey("content/news/p/p-favicon.png")
        .doesNotContainKey("content/news/p/p-7.jpeg");
    assertThat(none).containsExactly("content/news/p/index.md");
    assertThat(SiteTree.files(site)).isEmpty();
  }
}
