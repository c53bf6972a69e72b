package org.curation.ingest.openproject;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.testing.Records;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.junit.jupiter.api.Test;

class WorkPackageContextTest {
  private static final WorkPackageSchema SCHEMA =
      WorkPackageSchema.of(
          Records.parse(
              """
              {"_type":"Schema",
               "subject":{"type":"String","name":"Subject"},
               "customField2":{"type":"String","name":"Clean URL"},
               "customField10":{"type":"[]CustomOption","name":"Medigy Topics"},
               "customField11":{"type":"CustomOption","name":"Mood"},
               "customField12":{"type":"Formattable","name":"Long Text"},
               "customField13":{"type":"Integer","name":"Rank"},
               "customField14":{"type":"String","name":"Clean url"},
               "customField15":{"type":"String","name":"!!"},
               "_links":{"self":{"href":"/api/v3/work_packages/schemas/1-8"}}}
              """));

  @Test
  void shouldNameCustomFieldsAndLeaveOutEmptyOnes() {
    // Given
    WorkPackage item =
        item(
            """
            "customField2":"https://x.org/","customField12":{"format":"markdown","raw":"*a*","html":"<p>a</p>"},
            "customField13":5,"customField14":"another of the same name","customField15":"nameless",
            "customField99":"unknown to the schema",
            "_links":{"schema":{"href":"/api/v3/work_packages/schemas/1-8"},
              "customField10":[{"title":"A: one"},{"title":"B"}],"customField11":{"title":"calm"}}
            """);

    // When
    Map<String, JsonNode> fields = WorkPackageContext.of(item, around()).fields();

    // Then
    assertThat(fields).isNotNull();
    assertThat(fields.toString())
        .isEqualTo(
            "{cleanUrl=\"https://x.org/\", longText=\"*a*\", medigyTopics=[\"A: one\",\"B\"], mood=\"calm\", rank=5}");
  }

  @Test
  void shouldGiveASingleLinkOfAListFieldAsList() {
    // Given
    WorkPackage item =
        item(
            """
            "customField2":null,"customField12":{"format":"markdown","raw":null,"html":""},
            "_links":{"schema":{"href":"/api/v3/work_packages/schemas/1-8"},
              "customField10":{"title":"only"},"customField11":{"href":null}}
            """);

    // When
    Map<String, JsonNode> fields = WorkPackageContext.of(item, around()).fields();

    // Then
    assertThat(fields).hasToString("{medigyTopics=[\"only\"]}");
  }

  @Test
  void shouldHaveNoFieldsWithoutSchema() {
    // Given
    WorkPackage item =
        item("\"customField2\":\"x\",\"_links\":{\"schema\":{\"href\":\"/api/v3/other\"}}");

    // When / Then
    assertThat(WorkPackageContext.of(item, around()).fields()).isNull();
    assertThat(WorkPackageContext.of(item("\"_links\":{}"), around()).fields()).isNull();
  }

  @Test
  void shouldPreferWhatIsEmbedded() {
    // Given
    WorkPackage item =
        item(
            """
            "_embedded":{"project":{"id":2,"identifier":"two","name":"Two"},"type":{"name":"T"},
              "status":{"name":"S"},"author":{"name":"A"},
              "attachments":{"_embedded":{"elements":[
                 {"id":5,"fileName":"a.png","contentType":"image/png","_links":{
                    "staticDownloadLocation":{"href":"/static"},"downloadLocation":{"href":"/down"}}},
                 {"id":"6","fileName":"b.png","_links":{"downloadLocation":{"href":"/down"}}},
                 {"id":7,"_links":{"self":{"title":"c.png"}}}]}}},
            "_links":{"project":{"href":"/api/v3/projects/1","title":"Other"},
              "type":{"title":"other"},"status":{"title":"other"},"author":{"title":"other"}}
            """);

    // When
    CurationContext context = WorkPackageContext.of(item, around());

    // Then
    assertThat(context.project()).isEqualTo(new ProjectRef("2", "two", "Two"));
    assertThat(List.of("T", "S", "A"))
        .isEqualTo(java.util.Arrays.asList(context.type(), context.status(), context.author()));
    assertThat(context.attachments())
        .containsExactly(
            new AttachmentRef("5", "a.png", "/static", "image/png"),
            new AttachmentRef("6", "b.png", "/down", null),
            new AttachmentRef("7", "c.png", "/api/v3/attachments/7/content", null));
  }

  @Test
  void shouldFallBackToSurroundingsThenToLinks() {
    // Given
    WorkPackage known =
        item("\"_links\":{\"project\":{\"href\":\"/api/v3/projects/1\",\"title\":\"One\"}}");
    WorkPackage unknown =
        item("\"_links\":{\"project\":{\"href\":\"/api/v3/projects/9\",\"title\":\"Nine\"}}");

    // When
    CurationContext around = WorkPackageContext.of(known, around());
    CurationContext links = WorkPackageContext.of(unknown, around());

    // Then
    assertThat(around.project()).isEqualTo(new ProjectRef("1", "one", "The One"));
    assertThat(around.attachments()).isEmpty();
    assertThat(links.project()).isEqualTo(new ProjectRef("9", null, "Nine"));
  }

  @Test
  void shouldKnowNothingOfABareRecord() {
    // When
    CurationContext context = WorkPackageContext.of(item("\"x\":1"), nothing());

    // Then
    assertThat(context).isEqualTo(new CurationContext(null, null, null, null, null, null, null));
  }

  private static WorkPackage item(String parts) {
    return WorkPackage.of(Records.parse("{\"id\":7,\"lockVersion\":1," + parts + "}"));
  }

  private static Surroundings around() {
    return new Surroundings() {
      @Override
      public Optional<WorkPackageSchema> schema(String href) {
        return Optional.of(SCHEMA).filter(schema -> schema.href().equals(href));
      }

      @Override
      public Optional<ProjectRef> project(String href) {
        return href.equals("/api/v3/projects/1")
            ? Optional.of(new ProjectRef("1", "one", "The One"))
            : Optional.empty();
      }

      @Override
      public Optional<List<AttachmentRef>> attachments(CurationId id) {
        return Optional.of(List.of());
      }
    };
  }

  private static Surroundings nothing() {
    return new Surroundings() {
      @Override
      public Optional<WorkPackageSchema> schema(String href) {
        return Optional.empty();
      }

      @Override
      public Optional<ProjectRef> project(String href) {
        return Optional.empty();
      }

      @Override
      public Optional<List<AttachmentRef>> attachments(CurationId id) {
        return Optional.empty();
      }
    };
  }
}
