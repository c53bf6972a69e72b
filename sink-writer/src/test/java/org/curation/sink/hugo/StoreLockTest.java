package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.curation.service.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLockTest {
  @TempDir Path folder;

  @Test
  void shouldKeepOtherProcessesOutEvenAfterASecondTryInThisOne() throws Exception {
    try (StoreLock lock = StoreLock.take(folder)) {
      // Given
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> StoreLock.take(folder))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(folder.toString());

      // When
      int otherProcess = tryInAnotherProcess();

      // Then
      assertThat(otherProcess).isEqualTo(LockProbe.TAKEN);
    }
    assertThat(tryInAnotherProcess()).isEqualTo(LockProbe.FREE);
  }

  @Test
  void shouldBeFreeAgainOnceClosed() throws IOException {
    // Given
    StoreLock first = StoreLock.take(folder);
    first.close();

    // When
    StoreLock second = StoreLock.take(folder);
    first.close();

    // Then
    assertThatThrownBy(() -> StoreLock.take(folder)).isInstanceOf(UserError.class);
    second.close();
  }

  private int tryInAnotherProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                LockProbe.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
