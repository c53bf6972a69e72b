package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.yaml.Problem;
import org.curation.enrich.yaml.Problems;
import org.curation.model.CaptureKey;
import org.junit.jupiter.api.Test;

class FileNameParserTest {
  private static final String IMAGE = CaptureKey.BODY_IMAGE + "7";
  private static final ObjectNode FACTS = Variables.of("{'documentId': 'd', 'id': 5}");

  @Test
  void shouldNameFiles() {
    // When
    AssetNames names =
        read(
            """
                favicon: "${documentId}-favicon.png"
                featured-pdf: "${id}.pdf"
                body-images: "${documentId}-${attachmentId}.${extension}"
            """,
            List.of());

    // Then
    assertThat(names.name(CaptureKey.FAVICON, "png", FACTS)).isEqualTo("d-favicon.png");
    assertThat(names.name(CaptureKey.PDF, "", FACTS)).isEqualTo("5.pdf");
    assertThat(names.name(IMAGE, "jpeg", FACTS)).isEqualTo("d-7.jpeg");
    assertThat(names.publishes(IMAGE)).isTrue();
    assertThat(names.publishes(CaptureKey.READABLE_CONTENT)).isFalse();
    assertThat(names.name(CaptureKey.EXTENSION_CURATION, "", FACTS)).isNull();
  }

  @Test
  void shouldPublishNothingByDefault() {
    // When
    AssetNames names = read("", List.of());

    // Then
    assertThat(names).isEqualTo(new AssetNames(null, null, null));
    assertThat(names.publishes(CaptureKey.FAVICON)).isFalse();
    assertThat(names.name(IMAGE, "jpeg", FACTS)).isNull();
  }

  @Test
  void shouldReportWhatCanBeNoNames() {
    read(
        """
            layout: flat
            featured-image: "${documentId}.x"
            favicon: "${documentId}.x"
            featured-pdf: a/b.pdf
            body-images: "${documentId}.${extension}"
        """,
        List.of(
            "lanes.yaml:8: lanes[0].favicon: is what featured-image says too; each file needs a"
                + " name of its own",
            "lanes.yaml:9: lanes[0].featured-pdf: must be a file name without folders",
            "lanes.yaml:9: lanes[0].featured-pdf: needs a placeholder: in a flat layout all images"
                + " are in one folder",
            "lanes.yaml:10: lanes[0].body-images: needs ${attachmentId}; without it all images of"
                + " a body would have one name"));
    read(
        "    featured-image: \"${documentId} featured.jpeg\"\n",
        List.of(
            "lanes.yaml:6: lanes[0].featured-image: must be of A to Z, a to z, 0 to 9, dots, - and"
                + " _ beside its placeholders"));
    read(
        "    body-images: \"${attachmentid}\"\n    favicon: \"${attachmentId}\"\n",
        List.of(
            "lanes.yaml:6: lanes[0].body-images: no variable \"attachmentid\" here; did you mean"
                + " \"attachmentId\"?",
            "lanes.yaml:7: lanes[0].favicon: no variable \"attachmentId\" here; known: documentId,"
                + " id"));
  }

  private static AssetNames read(String keys, List<String> expected) {
    String text =
        "lanes:\n  - name: a\n    match: {}\n    archetype: news\n    document-id: ${id}\n";
    Problems problems = new Problems();
    LaneTable table =
        LanesParser.parse("lanes.yaml", text + keys, new TreeSet<>(Set.of("news")), problems);
    assertThat(problems.list())
        .map(Problem::toString)
        .containsExactlyInAnyOrderElementsOf(expected);
    return ((Shaped) table.lanes().get(0).treatment()).assets();
  }
}
