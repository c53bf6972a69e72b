package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.curation.model.CanonicalJson;

/** Runs the pipeline in tests, and looks at the trees that it leaves. */
final class Runs {
  static final Path SITE = Path.of("..", "site");
  static final Path SAMPLES = Path.of("..", "samples");
  static final Path SHARED = Path.of("..", "..", "shared");

  private Runs() {}

  static RunRequest request(Path from, Path out) {
    return new RunRequest(
        from,
        out,
        Optional.empty(),
        SITE,
        RunRequest.beside(out, ".data"),
        Optional.empty(),
        false,
        0.2,
        Optional.empty());
  }

  static RunRequest withSecret(RunRequest request, Path secret) {
    return copy(request, request.published(), request.site(), request.data(), Optional.of(secret));
  }

  static RunRequest withPublished(RunRequest request, Path published) {
    return copy(
        request, Optional.of(published), request.site(), request.data(), request.webhookSecret());
  }

  static RunRequest withData(RunRequest request, Path data) {
    return copy(request, request.published(), request.site(), data, request.webhookSecret());
  }

  static RunRequest withSite(RunRequest request, Path site) {
    return copy(request, request.published(), site, request.data(), request.webhookSecret());
  }

  static RunRequest mirroring(RunRequest request) {
    return copy(request, true, request.shuffleSeed());
  }

  static RunRequest shuffled(RunRequest request, long seed) {
    return copy(request, request.mirror(), Optional.of(seed));
  }

  private static RunRequest copy(
      RunRequest request, Optional<Path> published, Path site, Path data, Optional<Path> secret) {
    return new RunRequest(
        request.from(),
        request.out(),
        published,
        site,
        data,
        secret,
        request.mirror(),
        request.mirrorLimit(),
        request.shuffleSeed());
  }

  private static RunRequest copy(RunRequest request, boolean mirror, Optional<Long> shuffle) {
    return new RunRequest(
        request.from(),
        request.out(),
        request.published(),
        request.site(),
        request.data(),
        request.webhookSecret(),
        mirror,
        request.mirrorLimit(),
        shuffle);
  }

  static RunResult run(RunRequest request) throws Exception {
    return new Run(request, read -> {}, Clock.systemUTC()).run();
  }

  static Path secret(Path folder, String secret) {
    return write(folder.resolve("secret"), secret);
  }

  static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file's hash, by its path. */
  static Map<String, String> hashes(Path root) {
    return tree(root, file -> CanonicalJson.sha256(bytes(file)));
  }

  /** Every file's and folder's modification time, by its path. */
  static Map<String, String> times(Path root) {
    Map<String, String> times = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        times.put(root.relativize(path).toString(), Files.getLastModifiedTime(path).toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return times;
  }

  /** The documents' texts, by their path. */
  static Map<String, String> documents(Path root) {
    Map<String, String> all = tree(root, file -> new String(bytes(file), StandardCharsets.UTF_8));
    all.keySet().removeIf(path -> !path.endsWith(".md"));
    return all;
  }

  /** The only document that contains a text. */
  static String documentWith(Path root, String text) {
    var found = documents(root).values().stream().filter(d -> d.contains(text)).toList();
    assertThat(found).as("documents with " + text).hasSize(1);
    return found.get(0);
  }

  private static Map<String, String> tree(
      Path root, java.util.function.Function<Path, String> value) {
    Map<String, String> tree = new TreeMap<>();
    if (!Files.exists(root)) {
      return tree;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        tree.put(root.relativize(file).toString(), value.apply(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the site's lanes and archetypes into a folder of the test's own. */
  static void copySite(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(SITE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(to.resolve(SITE.relativize(file).toString()), Files.readString(file));
      }
    }
  }
}
