package org.curation.enrich.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.curation.enrich.record.CuratedItem.ImageSource;
import org.curation.model.CaptureKey;
import org.curation.model.CurationContext.AttachmentRef;
import org.junit.jupiter.api.Test;

class OpenProjectFilesTest {
  @Test
  void shouldFindFilesByTheirNames() {
    // Given
    OpenProjectFiles files =
        new OpenProjectFiles(
            List.of(
                attachment("9", "Curated_Source_FavIcon.png"),
                attachment("10", "curated_source_favicon.ICO"),
                attachment("3", "Curated_Featured_Image.pdf"),
                attachment("4", "Curated_Featured_Image.jpg"),
                attachment("5", "Lectio_Extension_Curation.json"),
                attachment("6", "Curated_Readable_Content.json"),
                attachment("7", "Curated_Readable_Content_Edited.html"),
                attachment("8", "other.pdf")));

    // When
    Map<String, ImageSource> others = files.others("", null);

    // Then
    assertThat(files.featuredImage()).isEqualTo(source("4", "Curated_Featured_Image.jpg"));
    assertThat(others)
        .containsOnly(
            Map.entry(CaptureKey.FAVICON, source("10", "curated_source_favicon.ICO")),
            Map.entry(CaptureKey.PDF, source("3", "Curated_Featured_Image.pdf")),
            Map.entry(CaptureKey.EXTENSION_CURATION, source("5", "Lectio_Extension_Curation.json")),
            Map.entry(CaptureKey.READABLE_CONTENT, source("6", "Curated_Readable_Content.json")));
  }

  @Test
  void shouldTakeOnlyThoseImagesOfTheTextThatAreAttached() {
    // Given
    OpenProjectFiles files = new OpenProjectFiles(List.of(attachment("7", "a.png")));
    String body = "<img src=\"/api/v3/attachments/7/content\"> ![](/api/v3/attachments/8/content)";

    // When / Then
    assertThat(files.others(body, null))
        .containsExactly(Map.entry(CaptureKey.BODY_IMAGE + "7", source("7", "a.png")));
    assertThat(new OpenProjectFiles(null).others(body, null)).isEmpty();
    assertThat(new OpenProjectFiles(null).featuredImage()).isNull();
  }

  private static AttachmentRef attachment(String id, String name) {
    return new AttachmentRef(id, name, "/api/v3/attachments/" + id + "/content", null);
  }

  private static ImageSource source(String id, String name) {
    return new ImageSource("/api/v3/attachments/" + id + "/content", name);
  }
}
