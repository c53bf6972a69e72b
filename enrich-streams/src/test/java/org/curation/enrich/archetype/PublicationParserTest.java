package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Set;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.gate.Day;
import org.curation.enrich.gate.PublicationRule;
import org.curation.enrich.gate.PublicationRule.When;
import org.curation.enrich.yaml.Problem;
import org.curation.enrich.yaml.Problems;
import org.junit.jupiter.api.Test;

class PublicationParserTest {
  @Test
  void shouldReadWhenALanePublishes() {
    // Given
    String text =
        """
        lanes:
          - name: news
            match: {}
            archetype: news
            document-id: "${id}"
            publish:
              statuses: [Published, "Ready *"]
              from: publishFrom
              until: 2026-12-31
              time-zone: Europe/Berlin
        """;

    // When
    Problems problems = new Problems();
    Lane lane = LanesParser.parse("lanes.yaml", text, Set.of("news"), problems).lanes().get(0);
    PublicationRule rule = ((Shaped) lane.treatment()).publication();

    // Then
    assertThat(problems.list()).isEmpty();
    assertThat(rule.statuses().shown()).containsExactly("Published", "Ready *");
    assertThat(rule.statuses().test().test("ready to go")).isTrue();
    assertThat(rule.statuses().test().test("")).isFalse();
    assertThat(rule.from()).isEqualTo(new When.Field("publishFrom"));
    assertThat(rule.until()).isEqualTo(new When.Fixed(Day.parse("2026-12-31").orElseThrow()));
    assertThat(rule.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void shouldReportEachMistakeAboutPublication() {
    // Given
    String text =
        """
        lanes:
          - name: a
            match: {}
            archetype: news
            document-id: "${id}"
            publish:
              status: Published
              from: 31.12.2026
              time-zone: Europe/Berlim
          - name: b
            match: {}
            archetype: news
            document-id: "${id}"
            publish: {from: 2026-12-02, until: 2026-12-01}
        """;
    Problems problems = new Problems();

    // When
    LanesParser.parse("lanes.yaml", text, Set.of("news"), problems);

    // Then
    assertThat(problems.list())
        .map(Problem::toString)
        .anySatisfy(it -> assertThat(it).contains("status", "did you mean \"statuses\""))
        .anySatisfy(it -> assertThat(it).contains("31.12.2026", "expected a day or time"))
        .anySatisfy(it -> assertThat(it).contains("unknown time zone", "Europe/Berlim"))
        .anySatisfy(it -> assertThat(it).contains("is over before"));
  }
}
