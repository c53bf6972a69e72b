package org.curation.enrich.offering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TopicTableTest {
  private static final TopicTable TABLE =
      new TopicTable(
          List.of("klas", "the healthcare guys"),
          Map.of(
              "patient engagement", "KLAS: Patient Engagement",
              "engaging patients", "KLAS: Patient Engagement"),
          Set.of());

  @Test
  void shouldNotTellNamesApartByCaseSpaceOrComposition() {
    String key = TopicTable.EMPTY.key("KLAS: Café Care");
    assertThat(
            List.of(
                "klas: café care",
                " KLAS :  Cafe\u0301\u00a0Care ",
                "KLAS:CAFÉ CARE",
                "K\uFEFFLAS:\tcafé\ncare"))
        .allSatisfy(name -> assertThat(TopicTable.EMPTY.key(name)).isEqualTo(key));
    assertThat(TopicTable.EMPTY.key("KLAS: Other")).isNotEqualTo(key);
    assertThat(TopicTable.EMPTY.key("Café Care")).isNotEqualTo(key);
  }

  @Test
  void shouldMergeSpellingsAndVendors() {
    assertThat(
            List.of(
                "KLAS: Patient Engagement",
                "Patient engagement",
                "The Healthcare Guys: patient  engagement",
                "engaging patients",
                "klas: Engaging Patients"))
        .allSatisfy(
            name -> {
              assertThat(TABLE.key(name)).isEqualTo("patient engagement");
              assertThat(TABLE.name(name)).isEqualTo("KLAS: Patient Engagement");
            });
    assertThat(TABLE.name("Symplur:  Aging")).isEqualTo("Symplur: Aging");
    assertThat(TABLE.key("Symplur: Patient Engagement")).isEqualTo("symplur: patient engagement");
    assertThat(TABLE.key("KLAS:")).isEqualTo("klas:");
  }

  @Test
  void shouldKeepKeysShort() {
    String long1 = "x".repeat(5000) + "1";
    String long2 = "x".repeat(5000) + "2";
    assertThat(TABLE.key(long1)).hasSizeLessThan(300).isNotEqualTo(TABLE.key(long2));
  }

  @Test
  void shouldFoldEachCharacterForGood() {
    for (int character = 1; character < 0x1F000; character++) {
      String folded = TopicTable.fold(Character.toString(character));
      assertThat(TopicTable.fold(folded)).as("U+%X", character).isEqualTo(folded);
    }
  }

  @Property
  void shouldGiveKeysThatAreTheirOwnKeysAndFitStores(@ForAll String name) {
    String key = TABLE.key(name);
    assertThat(key.chars()).noneMatch(Character::isISOControl);
    assertThat(TABLE.key(key)).isEqualTo(key);
    assertThat(TABLE.key(TABLE.name(name))).isEqualTo(key);
  }
}
