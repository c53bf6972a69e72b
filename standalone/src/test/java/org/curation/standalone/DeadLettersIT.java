package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.curation.model.Document;
import org.curation.model.Publication;
import org.curation.model.topic.Topics;
import org.curation.service.letters.Letter;
import org.curation.service.letters.LetterFilter;
import org.curation.service.letters.Outcome;
import org.curation.service.letters.Outcome.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred poisoned records of five kinds; the cause is mended; all are published, none twice. */
class DeadLettersIT {
  private static final String CLUB = "garden-club";
  private static final String CARE = "medigy-care-team";
  private static final int EACH = 20;

  @TempDir Path folder;

  @Test
  void shouldPublishEachOnceWhenTheCauseIsMended() throws Exception {
    try (LetterScene scene = new LetterScene(folder)) {
      // Given documents in whose places somebody else has folders
      scene.start(scene.site(false), false);
      for (int i = 0; i < EACH; i++) {
        scene.raw(500 + i, "Taken " + i, CARE);
      }
      scene.rest();
      List<Path> foreign = new ArrayList<>();
      for (Document document : scene.documents()) {
        Path place = scene.out.resolve(document.path());
        foreign.add(Runs.write(place.resolve("notes.txt"), "not ours"));
      }
      assertThat(foreign).hasSize(EACH);
      scene.restart(scene.site(false));

      // Given records without a lane, without a title, and that are no records
      for (int i = 0; i < EACH; i++) {
        scene.raw(100 + i, "Club " + i, CLUB);
        scene.raw(200 + i, " ", CARE);
        scene.send(Topics.RAW, key(300 + i), "{\"id\":".getBytes(StandardCharsets.UTF_8));
        scene.send(Topics.RAW, key(400 + i), new byte[] {'{', (byte) 0xc3, 0x28, (byte) i});
      }
      scene.rest();
      List<Letter> open = scene.letters(false);
      assertThat(
              open.stream().collect(Collectors.groupingBy(Letter::reason, Collectors.counting())))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "no-lane", 20L, "missing-title", 20L, "not-decodable", 40L, "path-taken", 20L));
      assertThat(scene.published()).isEmpty();

      // When
      for (Path file : foreign) {
        Files.delete(file);
        Files.delete(file.getParent());
      }
      scene.restart(scene.site(true));
      List<Outcome> outcomes = new ArrayList<>();
      for (String reason : List.of("no-lane", "path-taken")) {
        LetterFilter filter = new LetterFilter(Set.of(), null, reason, null, null, null);
        outcomes.addAll(scene.redrive(LetterScene.request(filter)));
      }
      for (Letter letter : open) {
        if (letter.reason().equals("missing-title") || letter.reason().equals("not-decodable")) {
          long number = Long.parseLong(String.valueOf(letter.key()).split(":", 2)[1]);
          byte[] mended = RawRecords.bytes(number, 2, "Mended " + number, CARE);
          outcomes.addAll(
              scene.redrive(
                  LetterScene.request(LetterFilter.ids(Set.of(letter.id()))).with(mended)));
        }
      }
      scene.rest();

      // Then
      assertThat(outcomes).hasSize(5 * EACH).allMatch(each -> each.kind() == Kind.REDRIVEN);
      assertThat(scene.letters(false)).isEmpty();
      assertThat(scene.published()).hasSize(5 * EACH);
      assertThat(scene.published().values()).doesNotHaveDuplicates();
      assertPublishedOnce(scene);
      assertStoryKept(scene);
    }
  }

  private static void assertPublishedOnce(LetterScene scene) {
    // What enrichment said, it said once; what the sink had refused was sent once more.
    Map<String, Long> sent =
        scene.documents().stream()
            .collect(Collectors.groupingBy(each -> each.id().sourceId(), Collectors.counting()));
    assertThat(sent).hasSize(5 * EACH);
    sent.forEach((id, count) -> assertThat(count).as(id).isEqualTo(id.startsWith("5") ? 2 : 1));
    Set<String> created = new HashSet<>();
    scene
        .records(Topics.PUBLICATIONS)
        .forEach(
            each -> {
              Publication told =
                  Topics.PUBLICATIONS.serde().deserializer().deserialize("", each.value());
              assertThat(told.outcome()).isEqualTo(Publication.Outcome.CREATED);
              assertThat(created.add(told.id().toString())).as(told.id().toString()).isTrue();
            });
    assertThat(created).hasSize(5 * EACH);
  }

  private static void assertStoryKept(LetterScene scene) {
    assertThat(scene.letters(true))
        .hasSize(5 * EACH)
        .allSatisfy(
            letter -> {
              assertThat(letter.decision()).isNotNull();
              assertThat(letter.decision().what()).isEqualTo("redriven");
              assertThat(letter.decision().by()).isEqualTo("ann");
              assertThat(letter.decision().why()).isEqualTo("mended");
              assertThat(letter.decision().at()).isNotNull();
              assertThat(letter.reason()).isNotEqualTo("unknown");
              assertThat(letter.decision().valueSha256() != null)
                  .isEqualTo(Set.of("missing-title", "not-decodable").contains(letter.reason()));
            });
  }

  private static String key(long number) {
    return RawRecords.id(number).toString();
  }
}
