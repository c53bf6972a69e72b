package org.curation.sink.hugo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A site's folder, for looking only. Links in the place of a file are never followed. */
final class Site {
  private static final int MAX_BYTES = 4096;

  private final Path root;

  /**
   * Looks at a site.
   *
   * @param root an existing folder
   */
  Site(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  /** Where a file or folder is on disk. The site's own folder for the empty path. */
  Path resolve(String relative) {
    return root.resolve(relative);
  }

  Path resolve(SitePath path) {
    return root.resolve(path.text());
  }

  /**
   * Checks that a path, once links are followed, is inside the site and can exist.
   *
   * @throws UnsafePathException when not
   */
  void check(SitePath path) throws IOException {
    Path folder = deepestFolder(path);
    try {
      if (!folder.toRealPath().startsWith(root)) {
        throw new UnsafePathException(
            "path \"%s\" leaves the site through the link %s".formatted(path, folder));
      }
    } catch (IOException e) {
      if (Files.isSymbolicLink(folder)) {
        throw new UnsafePathException(
            "path \"%s\" leads through %s, a link to nowhere".formatted(path, folder));
      }
      throw e;
    }
  }

  /** What stands in the way of a file: a folder in its place, or a file in place of a folder. */
  Optional<Path> obstacle(SitePath path) throws IOException {
    Path folder = deepestFolder(path);
    if (!Files.isDirectory(folder)) {
      return Optional.of(folder);
    }
    Path file = resolve(path);
    return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(file)
        : Optional.empty();
  }

  boolean exists(SitePath path) {
    return Files.exists(resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** A file's bytes; empty when there is no such regular file. */
  Optional<byte[]> read(SitePath path) throws IOException {
    Path file = resolve(path);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(Files.readAllBytes(file))
        : Optional.empty();
  }

  /** Whether a file is there with exactly these bytes. */
  boolean has(SitePath path, byte[] bytes) throws IOException {
    Path file = resolve(path);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  /** Files below {@code content} that were never finished. */
  List<Path> unfinishedFiles() throws IOException {
    List<Path> found = new ArrayList<>();
    Path content = resolve(SitePath.CONTENT);
    if (!Files.isDirectory(content, LinkOption.NOFOLLOW_LINKS)) {
      return found;
    }
    Files.walkFileTree(
        content,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (TempName.matches(String.valueOf(file.getFileName()))) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private Path deepestFolder(SitePath path) {
    try {
      Path file = resolve(path);
      int bytes = resolve(path.folder()).toString().getBytes(StandardCharsets.UTF_8).length;
      int longest =
          Math.max(
              file.toString().getBytes(StandardCharsets.UTF_8).length, bytes + 1 + TempName.LENGTH);
      if (longest >= MAX_BYTES) {
        throw new UnsafePathException(
            "path \"%s\" is too long for a site in %s".formatted(path, root));
      }
      Path deepest = root;
      for (String folder : path.folders()) {
        Path next = resolve(folder);
        if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
          break;
        }
        deepest = next;
      }
      return deepest;
    } catch (InvalidPathException e) {
      throw new UnsafePathException(
          "path \"%s\" can't be a file name here: %s".formatted(path, e.getReason()));
    }
  }
}
