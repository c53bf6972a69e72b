package org.curation.enrich.offering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.curation.model.Offering;
import org.junit.jupiter.api.Test;

class OfferingIndexTest {
  @Test
  void shouldMakePermalinksAsTheSeedsDo() {
    assertThat(RelatedOffering.of(new Offering(1, "Acme Health - Care Kit", List.of())).permalink())
        .isEqualTo("/offering/acme-health---care-kit");
  }

  @Test
  void shouldNameOldAndNewCategoriesOfAChange() {
    // Given
    OfferingIndex index = new OfferingIndex();
    index.change(1, new Offering(1, "x", List.of("a", "b")));

    // When / Then
    assertThat(index.change(1, new Offering(1, "x", List.of("b", "c"))))
        .containsExactly("a", "b", "c");
    assertThat(index.change(1, new Offering(1, "x", List.of("b", "c")))).isEmpty();
    assertThat(index.change(1, null)).containsExactly("b", "c");
    assertThat(index.relatedTo(List.of("a", "b", "c"), 9)).isEmpty();
  }

  @Property
  void shouldAgreeWithLookingAtEveryOffering(@ForAll("changes") List<Offering> changes) {
    // Given
    OfferingIndex index = new OfferingIndex();
    Map<Long, Offering> all = new HashMap<>();
    for (Offering change : changes) {
      Offering state = change.label().isEmpty() ? null : change;
      index.change(change.offeringId(), state);
      all.remove(change.offeringId());
      if (state != null) {
        all.put(change.offeringId(), state);
      }
    }

    // When
    List<RelatedOffering> related = index.relatedTo(List.of("a", "c"), 3);

    // Then
    List<RelatedOffering> expected =
        new ArrayList<>(all.values())
            .stream()
                .filter(o -> o.categories().contains("a") || o.categories().contains("c"))
                .sorted((x, y) -> Long.compare(y.offeringId(), x.offeringId()))
                .limit(3)
                .map(RelatedOffering::of)
                .toList();
    assertThat(related).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<Offering>> changes() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 5),
            Arbitraries.of("", "kit", "app"),
            Arbitraries.of("a", "b", "c").list().uniqueElements().ofMaxSize(3))
        .as(Offering::new)
        .list()
        .ofMaxSize(20);
  }
}
