package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.description.DescriptionRule;
import org.curation.model.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The project's own site folder, with articles of our own. */
class SiteFolderTest {
  private static final SiteConfiguration SITE = SiteConfiguration.load(Path.of("..", "site"));

  private static final String WORK_PACKAGE =
      """
      {'id': 42, 'curationId': 'open-project:42', 'title': "The Nurse’s Guide: Sleep & Health",
       'body': '<p>Sleep.</p>', 'description': 'Sleep.', 'author': 'Ada Example',
       'createdAt': '2024-03-01T23:59:59Z', 'updatedAt': '2024-03-02T08:00:00.5Z',
       'type': 'Curated Content', 'status': 'New', 'source': 'open-project',
       'documentId': 'DOC', 'link': {'href': 'https://www.sleep.example.org/a#b',
       'original': 'https://www.sleep.example.org/a?x=1#b', 'brand': 'sleep.example.org',
       'site': 'sleep.example'}, 'topics': ['Frost & Sullivan: Patient Care', 'Sleep'],
       'fields': {'cleanUrl': 'https://www.sleep.example.org/a', 'medigyTopics': '["Sleep"]'},
       'relatedOfferings': [], 'page': {'title': 'P', 'meta': {'ogtitle': 'Og', 'msvalidate.01': 'm'}},
      """;
  private static final String COMMUNITY =
      WORK_PACKAGE
          + "'project': {'id': '7', 'identifier': 'medigy-sleep-health', 'name': 'Sleep Health (SH)'},";
  private static final String NEWS =
      WORK_PACKAGE
          + "'project': {'id': '8', 'identifier': 'netspective-medigy-news', 'name': 'News'},";
  private static final String GOOD_IMAGE =
      "'image': {'href': 'DOC-featuredImage.jpeg', 'format': 'JPEG', 'width': 4, 'height': 3,"
          + " 'size': [4, 3], 'valid': true, 'reason': null, 'mediaType': 'image/jpeg',"
          + " 'fileName': 'a.png', 'link': '/api/v3/attachments/1/content'}}";
  private static final String BAD_IMAGE =
      "'image': {'valid': false, 'reason': 'is no image', 'fileName': 'a.png',"
          + " 'link': '/api/v3/attachments/1/content'}}";

  @Test
  void shouldSendRecordsToTheirLanes() {
    assertThat(lane("open-project", "medigy-chronic-care-management", "Curated Content"))
        .isEqualTo("community");
    assertThat(lane("open-project", "medigy-opened-tomorrow", "curated content"))
        .isEqualTo("community");
    assertThat(lane("open-project", "netspective-medigy-news", "Curated Content"))
        .isEqualTo("news");
    assertThat(lane("open-project", "medigy-chronic-care-management", "Task")).isEqualTo("none");
    assertThat(lane("open-project", null, "Curated Content")).isEqualTo("none");
    assertThat(lane("dropmark", null, "")).isEqualTo("dropmark");
  }

  @Test
  void shouldTreatLanesAsTheSeedsWere() {
    // Given
    Shaped community = treatment("community");
    Shaped news = treatment("news");
    Shaped dropmark = treatment("dropmark");
    ObjectNode facts = Variables.of("{'id': 42, 'title': 'T', 'link': {'href': 'https://x.org/'}}");

    // When / Then
    assertThat(community.newDocumentId(facts)).isEqualTo(Uuid5.url("42-T").toString());
    assertThat(news.newDocumentId(facts)).isEqualTo(Uuid5.url("42-T") + ".md");
    assertThat(dropmark.newDocumentId(facts)).isEqualTo(Uuid5.url("https://x.org/").toString());
    assertThat(community.description()).isEqualTo(DescriptionRule.WORDS_200);
    assertThat(news.description()).isEqualTo(DescriptionRule.SLICE_200);
    assertThat(dropmark.description()).isEqualTo(DescriptionRule.NONE);
    assertThat(community.frontMatter()).isEqualTo(Document.Style.SORTED);
    assertThat(news.frontMatter()).isEqualTo(Document.Style.ORDERED);
    assertThat(dropmark.frontMatter()).isEqualTo(Document.Style.SORTED);
    assertThat(community.relatedOfferings()).isZero();
    assertThat(news.relatedOfferings()).isEqualTo(Shaped.ALL);
    assertThat(news.featuredImageName(Variables.of("{'documentId': 'd.md'}")))
        .isEqualTo("d-featuredImage.jpeg");
    assertThat(community.featuredImageName(Variables.of("{'documentId': 'd'}")))
        .isEqualTo("d-featuredImage.jpeg");
    assertThat(dropmark.featuredImageName(Variables.of("{'documentId': 'd'}")))
        .isEqualTo("d-fi.jpeg");
  }

  @Test
  void shouldShapeACommunityFromItsProject() {
    // When
    ObjectNode document = render("community", COMMUNITY + GOOD_IMAGE);

    // Then
    assertThat(document.get("slug").textValue())
        .isEqualTo("sleep-example-the-nurses-guide-sleep-health");
    assertThat(document.get("aliases").textValue())
        .isEqualTo("/news/the-nurses-guide-sleep-health");
    assertThat(document.get("basePath").textValue())
        .isEqualTo("/communities/sleep-health/curated-content/");
    assertThat(document.get("breadcrumbLinks"))
        .hasToString(
            "[\"/\",\"/communities/\",\"/communities/sleep-health/\","
                + "\"/communities/sleep-health/curated-content\",\"#\"]");
    assertThat(document.get("mastHead").textValue()).isEqualTo("Sleep Health (SH) CoP");
    assertThat(document.get("type").textValue()).isEqualTo("communities/medigy-sleep-health");
    assertThat(document.get("contentCategories").textValue())
        .isEqualTo("medigy-sleep-health-curated-content");
    assertThat(document.get("date").textValue()).isEqualTo("2024-03-01T23:59:59Z");
    assertThat(document.get("lastMod").textValue()).isEqualTo("2024-03-02T08:00:00.500000Z");
    assertThat(document.get("communityTopics"))
        .hasToString("[\"Frost & Sullivan: Patient Care\",\"Sleep\"]");
    assertThat(document.get("categories")).isEmpty();
    assertThat(document.at("/openProjectCustomFields/medigyTopics").textValue())
        .isEqualTo("[\"Sleep\"]");
    assertThat(document.get("id").isInt()).isTrue();
    assertThat(document.get("featuredImage"))
        .isEqualTo(
            Variables.json(
                """
                {'alt': "The Nurse’s Guide: Sleep & Health", 'format': 'JPEG',
                 'href': 'DOC-featuredImage.jpeg', 'size': [4, 3], 'valid': true,
                 'workPackage': 42, 'wpAttachment':
                 {'fileName': 'a.png', 'link': '/api/v3/attachments/1/content'}}
                """));
  }

  @Test
  void shouldShapeNewsWithTopicsInFourForms() {
    // When
    ObjectNode document = render("news", NEWS + GOOD_IMAGE);

    // Then
    assertThat(document.get("categories"))
        .hasToString("[\"Frost & Sullivan: Patient Care\",\"Sleep\"]");
    assertThat(document.get("categorySlug"))
        .hasToString("[\"frost & sullivan: patient care\",\"sleep\"]");
    assertThat(document.get("categoryUrl"))
        .hasToString("[\"topic/frost-sullivan-patient-care\",\"topic/sleep\"]");
    assertThat(document.get("categoryLabel")).hasToString("[\"Patient Care\",\"Sleep\"]");
    assertThat(document.get("archetype").textValue()).isEqualTo("curated-content");
    assertThat(document.get("date").textValue()).isEqualTo("2024-03-01");
    assertThat(document.get("mastHead").textValue()).isEqualTo("NEWS");
    assertThat(document.at("/htmlMetaData/msvalidate.01").textValue()).isEqualTo("m");
    assertThat(document.get("htmlMetaData")).hasSize(22);
    assertThat(document.get("openGraphMetaData")).hasSize(8);
    assertThat(document.get("twitterMetaData")).hasSize(5).allMatch(JsonNode::isNull);
    assertThat(document.get("relatedOfferings").isArray()).isTrue();
    assertThat(document.get("original").textValue())
        .isEqualTo("https://www.sleep.example.org/a?x=1#b");
    assertThat(document.fieldNames())
        .toIterable()
        .startsWith("aliases", "archetype", "author", "basePath")
        .endsWith("viaLink", "relatedOfferings", "twitterMetaData");
  }

  @Test
  void shouldSayWhyAnImageCanNotBeShown() {
    for (String lane : new String[] {"community", "news"}) {
      // When
      ObjectNode document = render(lane, (lane.equals("news") ? NEWS : COMMUNITY) + BAD_IMAGE);

      // Then
      assertThat(document.get("featuredImage"))
          .isEqualTo(
              Variables.json(
                  """
                  {'alt': "The Nurse’s Guide: Sleep & Health", 'valid': false,
                   'reason': 'is no image', 'workPackage': 42, 'wpAttachment':
                   {'fileName': 'a.png', 'link': '/api/v3/attachments/1/content'}}
                  """));
    }
  }

  @Test
  void shouldLeaveTheImageOutWhenThereIsNone() {
    assertThat(render("community", COMMUNITY + "'image': null}").has("featuredImage")).isFalse();
    assertThat(render("news", NEWS + "'image': null}").has("featuredImage")).isFalse();
    assertThat(render("dropmark", COMMUNITY + "'image': null}").has("featuredImage")).isFalse();
    assertThat(render("dropmark", COMMUNITY + BAD_IMAGE).has("featuredImage")).isFalse();
  }

  @Test
  void shouldShapeTheArchive() {
    // When
    ObjectNode document =
        render(
            "dropmark",
            COMMUNITY + "'tags': ['a b'], 'collection': 'news.example.org'," + GOOD_IMAGE);

    // Then
    assertThat(document.get("featuredImage"))
        .hasToString(
            "{\"format\":\"JPEG\",\"href\":\"DOC-featuredImage.jpeg\","
                + "\"mime_type\":\"image/jpeg\",\"size\":[4,3]}");
    assertThat(document.get("imagePath").textValue())
        .isEqualTo("sleep.example.org-the-nurses-guide-sleep-health");
    assertThat(document.get("categories")).hasToString("[\"a b\"]");
    assertThat(document.at("/collection/name").textValue()).isEqualTo("news.example.org");
    assertThat(document.get("breadcrumbLinks"))
        .hasToString("[\"/\",\"/news\",\"https://www.sleep.example.org/a#b\",\"#\"]");
    assertThat(document.has("id") || document.has("lastMod") || document.has("status")).isFalse();
  }

  @Test
  void shouldWriteTheConstantsOfEachLane() {
    // When
    ObjectNode community = render("community", COMMUNITY + GOOD_IMAGE);
    ObjectNode news = render("news", NEWS + GOOD_IMAGE);
    ObjectNode dropmark = render("dropmark", COMMUNITY + GOOD_IMAGE);

    // Then
    assertThat(community.retain("archetype", "owlType", "searchCategory", "status", "sub", "tags"))
        .isEqualTo(
            Variables.json(
                """
                {'archetype': 'curate-content', 'owlType': 'Medigy Communities',
                 'searchCategory': 'News', 'status': '', 'sub': 'brief', 'tags': ['news']}
                """));
    assertThat(news.retain("layOut", "via", "viaLink", "institution", "source", "status", "tags"))
        .isEqualTo(
            Variables.json(
                """
                {'layOut': 'single', 'via': ' ', 'viaLink': null, 'institution': null,
                 'source': 'open-project-curations', 'status': '', 'tags': ['News']}
                """));
    assertThat(dropmark.retain("archetype", "basePath", "mastHead", "source", "sub", "tags"))
        .isEqualTo(
            Variables.json(
                """
                {'archetype': 'news', 'basePath': '/news/', 'mastHead': 'NEWS',
                 'source': 'dropmark-curations', 'sub': 'brief', 'tags': ['News']}
                """));
  }

  @Test
  void shouldKeepTheBodyAsItIs() {
    for (String lane : new String[] {"community", "news", "dropmark"}) {
      assertThat(
              SITE.archetypeOf(treatment(lane))
                  .render(Variables.of("{'body': '\\n ${title} {{< x >}}\\n\\n'}"))
                  .body())
          .isEqualTo("\n ${title} {{< x >}}\n\n");
    }
  }

  private static ObjectNode render(String lane, String variables) {
    return SITE.archetypeOf(treatment(lane)).render(Variables.of(variables)).frontMatter();
  }

  private static Shaped treatment(String lane) {
    return (Shaped) SITE.lanes().named(lane).orElseThrow().treatment();
  }

  private static String lane(String source, @Nullable String project, String type) {
    return SITE.lanes()
        .laneFor(new LaneFacts(source, project, type, "New", ""))
        .map(Lane::name)
        .orElse("none");
  }
}
