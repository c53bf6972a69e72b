package org.curation.ingest.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sample files that lie beside the project. */
public final class Shared {
  public static final String SECRET = "test-secret";

  private static final Path ROOT = Path.of("..", "..", "shared");

  private Shared() {}

  /** A directory of raw records; skips the test when it is absent. */
  public static Path fixtures() {
    return present("fixtures");
  }

  /** Finished documents; skips the test when they are absent. */
  public static Path seeds() {
    return present("seeds");
  }

  /** Copies a folder with everything in it. */
  public static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path present(String name) {
    Path path = ROOT.resolve(name);
    assumeTrue(
        Files.isDirectory(path), () -> "the shared folder " + name + " is not beside the project");
    return path;
  }
}
