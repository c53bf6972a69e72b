package org.curation.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.curation.service.UserError;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PortInUseTest {
  @Test
  void shouldBeToldOnceAndNameTheKey() {
    // Given
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    try (ApiScene scene = ApiScene.standard()) {
      ApiServer second = new ApiServer("127.0.0.1", scene.port(), scene.parts());
      root.addAppender(said);
      root.setLevel(Level.WARN);

      // When
      Throwable problem = catchThrowable(second::start);

      // Then
      assertThat(problem)
          .isInstanceOf(UserError.class)
          .hasMessage(
              "Port %d is in use on 127.0.0.1; set ingest.api.port to another one (0 for a free one), or stop what uses it."
                  .formatted(scene.port()));
      assertThat(said.list).isEmpty();
    } finally {
      root.setLevel(before);
      root.detachAppender(said);
    }
  }
}
