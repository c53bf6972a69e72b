package org.curation.ingest.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.curation.ingest.files.SourceFile.Format;
import org.curation.ingest.source.Excerpt;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a directory that may hold records: what lies below {@code images}, {@code
 * pages} or {@code attachments/content} is content, and symbolic links are followed to files inside
 * the directory only.
 *
 * @param files by name
 * @param problems what could not be looked into
 * @param others names of files that no record can be in, by their ending; a few of them, without
 *     hidden ones and Markdown
 * @param otherCount how many of those there are
 */
record DirectoryFiles(
    List<SourceFile> files, List<Found> problems, List<String> others, long otherCount) {
  private static final int SHOWN = 5;

  /** A line about the files that were not looked at; empty when there are none. */
  Optional<String> othersForPeople() {
    if (otherCount == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "%s not looked at, because only .json, .jsonl and .ndjson hold records: %s%s"
            .formatted(
                otherCount == 1 ? "1 file was" : otherCount + " files were",
                String.join(", ", others),
                otherCount > others.size() ? ", …" : ""));
  }

  /**
   * Looks through a directory.
   *
   * @param excluded folders and files that are passed over
   * @throws UserError when it is no directory that can be read
   */
  static DirectoryFiles of(Path directory, List<Path> excluded) {
    try {
      Walk walk = new Walk(directory.toRealPath(), excluded);
      if (!Files.isDirectory(walk.root)) {
        throw new UserError(
            "%s is no directory. Give the directory that holds the saved records."
                .formatted(directory));
      }
      Files.walkFileTree(walk.root, walk);
      return new DirectoryFiles(
          walk.files(),
          walk.problems,
          walk.others.stream().map(Excerpt::of).toList(),
          walk.otherCount);
    } catch (IOException e) {
      throw new UserError(
          "The directory %s can't be read. Check its name and its permissions."
              .formatted(directory),
          e);
    }
  }

  private static @Nullable Format format(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".json")) {
      return Format.JSON;
    }
    return lower.endsWith(".jsonl") || lower.endsWith(".ndjson") ? Format.LINES : null;
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private static final String SIGNATURE = ".sig";

    private final Path root;
    private final Set<Path> excluded;
    private final Map<String, Path> seen = new TreeMap<>();
    private final List<Found> problems = new ArrayList<>();
    private final TreeSet<String> others = new TreeSet<>();
    private long otherCount;

    Walk(Path root, List<Path> excluded) {
      this.root = root;
      this.excluded = excluded.stream().map(Walk::real).collect(Collectors.toSet());
    }

    private static Path real(Path folder) {
      try {
        return folder.toRealPath();
      } catch (IOException notThere) {
        return folder.toAbsolutePath().normalize();
      }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return excluded.contains(folder) || ContentFolders.isContent(root.relativize(folder))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = name(file);
      if (excluded.contains(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (format(name) == null && !name.endsWith(SIGNATURE)) {
        other(name);
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isSymbolicLink()) {
        link(file, name);
      } else if (attributes.isRegularFile()) {
        seen.put(name, file);
      } else {
        unreadable(name, "it is no regular file");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      unreadable(name(file), failure.getClass().getSimpleName());
      return FileVisitResult.CONTINUE;
    }

    List<SourceFile> files() {
      List<SourceFile> files = new ArrayList<>();
      seen.forEach(
          (name, path) -> {
            Format format = format(name);
            if (format != null) {
              String base = name.substring(0, name.lastIndexOf('.'));
              Path signature = format == Format.JSON ? seen.get(base + SIGNATURE) : null;
              files.add(new SourceFile(path, name, format, signature));
            }
          });
      return files;
    }

    private void other(String name) {
      if (name.substring(name.lastIndexOf('/') + 1).startsWith(".") || name.endsWith(".md")) {
        return;
      }
      otherCount++;
      others.add(name);
      if (others.size() > SHOWN) {
        others.pollLast();
      }
    }

    private void link(Path link, String name) {
      try {
        Path target = link.toRealPath();
        if (!target.startsWith(root)) {
          problems.add(
              problem(
                  name,
                  "link leaves the directory",
                  "%s is a symbolic link to a place outside the directory and is not followed. Copy the file into the directory."
                      .formatted(name)));
        } else if (Files.isRegularFile(target)) {
          seen.put(name, target);
        }
      } catch (IOException e) {
        unreadable(name, "it is a symbolic link that leads nowhere");
      }
    }

    private void unreadable(String name, String why) {
      problems.add(problem(name, RecordFiles.UNREADABLE, RecordFiles.unreadable(name, why)));
    }

    private static Found problem(String name, String reason, String message) {
      return new Found(name, 0, new Shape.Reject(reason, message, Set.of(), true));
    }

    private String name(Path file) {
      return root.relativize(file).toString().replace(File.separatorChar, '/');
    }
  }
}
