package org.curation.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder that Maven assembles for the image. */
class ImageContentIT {
  private static final Path IMAGE = Path.of("target/image").toAbsolutePath();
  private static final Pattern COPIED =
      Pattern.compile("(?m)^COPY --from=build (?:--chmod=\\d+ )?/project/(\\S+) (\\S+)$");
  private static final Pattern STARTED = Pattern.compile("/launch\" (\\S+) ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curate",
        "curation-ingest",
        "curation-capture",
        "curation-enrich",
        "curation-sink"
      })
  void shouldStartAClassThatIsThere(String program) throws Exception {
    // Given
    Path script = IMAGE.resolve("bin").resolve(program);

    // When
    Matcher started = STARTED.matcher(Files.readString(script));

    // Then
    assertThat(script).isExecutable();
    assertThat(started.find()).isTrue();
    try (URLClassLoader jars = new URLClassLoader(jars(), null)) {
      assertThat(Class.forName(started.group(1), false, jars).getMethod("main", String[].class))
          .isNotNull();
    }
  }

  @Test
  void shouldHaveAllThatTheDockerfileCopies() throws Exception {
    // When
    List<Path> sources = new ArrayList<>();
    Matcher copied = COPIED.matcher(Project.text("deploy/docker/Dockerfile"));
    while (copied.find()) {
      sources.add(Project.HOME.resolve(copied.group(1)));
      assertThat(copied.group(2)).startsWith("/opt/curation/");
    }

    // Then
    assertThat(sources)
        .hasSize(5)
        .allSatisfy(source -> assertThat(source).isDirectory().isNotEmptyDirectory());
    assertThat(IMAGE.resolve("site/lanes.yaml")).isRegularFile();
    assertThat(IMAGE.resolve("bin/healthy")).isExecutable();
  }

  @Test
  void shouldHaveNoJarTwiceAndNoneOfTests() throws Exception {
    // When
    List<String> names =
        Stream.of(jars())
            .map(jar -> jar.getPath().replaceFirst(".*/", ""))
            .map(name -> name.replaceFirst("-[0-9].*", ""))
            .toList();

    // Then
    assertThat(names)
        .doesNotHaveDuplicates()
        .contains(
            "kafka-clients", "kafka-streams", "ingest-producer", "enrich-streams", "sink-writer")
        .noneMatch(name -> name.matches("junit.*|assertj.*|testcontainers.*|jqwik.*"));
  }

  @Test
  void shouldSayWhenJavaIsTooOldOrMissing() throws Exception {
    // Given
    Path old = Files.createDirectories(Path.of("target/old-java/bin"));
    Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"17.0.1\"\n");
    Path java = old.resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 1\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();

    // When
    Tool ended =
        Tool.run(
            "env",
            "JAVA_HOME=" + old.getParent().toAbsolutePath(),
            IMAGE.resolve("bin/curate").toString(),
            "--help");

    // Then
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output()).contains("is Java 17", "21 or newer");
  }

  private static URL[] jars() throws IOException {
    List<URL> found = new ArrayList<>();
    for (String folder : List.of("app", "lib")) {
      try (Stream<Path> files = Files.list(IMAGE.resolve(folder))) {
        for (Path jar : files.toList()) {
          found.add(jar.toUri().toURL());
        }
      }
    }
    return found.toArray(URL[]::new);
  }
}
