package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariableNamesTest {
  @Test
  void shouldDescribeEachNameOnce() {
    assertThat(VariableNames.DOCUMENT.variables())
        .allSatisfy(variable -> assertThat(variable.description()).isNotBlank())
        .extracting(variable -> variable.name() + (variable.open() ? ".*" : ""))
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldKnowEntriesOfOpenMapsOnly() {
    assertThat(VariableNames.DOCUMENT.knows("page.meta.msvalidate.01")).isTrue();
    assertThat(VariableNames.DOCUMENT.knows("fields.anything")).isTrue();
    assertThat(VariableNames.DOCUMENT.knows("title.anything")).isFalse();
    assertThat(VariableNames.DOCUMENT.knows("page")).isFalse();
    assertThat(VariableNames.FOR_DOCUMENT_ID.knows("updatedAt")).isFalse();
  }
}
