package org.curation.enrich;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichServiceTest {
  @TempDir private Path folder;

  @Test
  void shouldSayThatAnotherOneUsesItsFolder() {
    // Given
    SiteConfiguration configuration = SiteConfiguration.load(Path.of("../site"));
    KafkaConnection nowhere = KafkaConnection.to("127.0.0.1:1");
    Path state = folder.resolve("state");

    // When / Then
    try (EnrichService first = new EnrichService(nowhere, configuration, state, "a")) {
      assertThatThrownBy(() -> new EnrichService(nowhere, configuration, state, "b"))
          .as(first.state().toString())
          .isInstanceOf(UserError.class)
          .hasMessageContaining("%s (enrich.state) is in use", state)
          .hasMessageContaining("enrich.instance");
    }
  }
}
