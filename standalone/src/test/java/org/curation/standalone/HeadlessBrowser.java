package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Chromium without a window. All that isn't on loopback goes to a proxy. */
final class HeadlessBrowser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final String program;
  private final String proxy;
  private final Path folder;

  HeadlessBrowser(String program, String proxy, Path folder) {
    this.program = program;
    this.proxy = proxy;
    this.folder = folder;
  }

  /** The browser on the PATH, if there is one. */
  static Optional<String> find() {
    return NAMES.stream()
        .filter(
            name ->
                Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                    .anyMatch(each -> Files.isExecutable(Path.of(each, name))))
        .findFirst();
  }

  /** The page's elements as text, after its scripts had some seconds of their own time. */
  String load(String address) throws IOException, InterruptedException {
    Path shown = Files.createTempFile(folder, "page", ".html");
    Path log = Files.createTempFile(folder, "browser", ".log");
    Process browser =
        new ProcessBuilder(
                program,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-extensions",
                "--disable-sync",
                "--disable-features=Translate,OptimizationHints,MediaRouter",
                "--user-data-dir=" + folder.resolve("profile"),
                "--proxy-server=" + proxy,
                "--virtual-time-budget=8000",
                "--dump-dom",
                address)
            .redirectOutput(shown.toFile())
            .redirectError(log.toFile())
            .start();
    try {
      assertThat(browser.waitFor(120, TimeUnit.SECONDS)).as("the browser ends").isTrue();
    } finally {
      browser.destroyForcibly();
    }
    assertThat(browser.exitValue()).as(Files.readString(log)).isZero();
    return Files.readString(shown);
  }
}
