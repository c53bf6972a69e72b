package org.curation.ingest.published;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.curation.service.UserError;

/**
 * What a site that was published before says about its documents' names and addresses.
 *
 * @param entries by file
 * @param problems what could not be taken over, by file
 */
public record PublishedSite(List<PublishedEntry> entries, List<SiteProblem> problems) {
  /** The most of a document that is looked at for its front matter. */
  private static final int HEAD_BYTES = 1024 * 1024;

  private static final int MARK_BYTES = 3;

  /** Copies the lists. */
  public PublishedSite {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /**
   * Reads every regular file that begins with a line {@code ---}, whatever its name. Symbolic links
   * are not followed.
   *
   * @throws UserError when the root is no directory that can be read
   */
  public static PublishedSite read(Path root) {
    try {
      Path real = root.toRealPath();
      if (!Files.isDirectory(real)) {
        throw new UserError(
            "%s is no directory. Give the root of the published site.".formatted(root));
      }
      Walk walk = new Walk(real);
      Files.walkFileTree(real, walk);
      walk.entries.sort(Comparator.comparing(PublishedEntry::file));
      walk.problems.sort(
          Comparator.comparing(SiteProblem::file).thenComparing(SiteProblem::message));
      return new PublishedSite(walk.entries, walk.problems);
    } catch (IOException e) {
      throw new UserError(
          "The published site %s can't be read. Check its name and its permissions."
              .formatted(root),
          e);
    }
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final boolean hasContent;
    private final List<PublishedEntry> entries = new ArrayList<>();
    private final List<SiteProblem> problems = new ArrayList<>();

    Walk(Path root) {
      this.root = root;
      this.hasContent = Files.isDirectory(root.resolve("content"));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        document(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      unreadable(name(file), failure);
      return FileVisitResult.CONTINUE;
    }

    private void document(Path file) {
      String name = name(file);
      try (InputStream in = Files.newInputStream(file)) {
        byte[] start = in.readNBytes(2 * MARK_BYTES + 1);
        if (!beginsFrontMatter(start)) {
          return;
        }
        byte[] rest = in.readNBytes(HEAD_BYTES);
        byte[] head = new byte[start.length + rest.length];
        System.arraycopy(start, 0, head, 0, start.length);
        System.arraycopy(rest, 0, head, start.length, rest.length);
        Optional<SitePlace> place = SitePlace.of(name, hasContent);
        new EntryReader(name, place, problems::add).read(head).ifPresent(entries::add);
      } catch (IOException e) {
        unreadable(name, e);
      }
    }

    private static boolean beginsFrontMatter(byte[] start) {
      boolean mark =
          start.length >= MARK_BYTES
              && (start[0] & 0xFF) == 0xEF
              && (start[1] & 0xFF) == 0xBB
              && (start[2] & 0xFF) == 0xBF;
      int from = mark ? MARK_BYTES : 0;
      if (start.length <= from + MARK_BYTES) {
        return false;
      }
      for (int i = from; i < from + MARK_BYTES; i++) {
        if (start[i] != '-') {
          return false;
        }
      }
      byte after = start[from + MARK_BYTES];
      return after == '\n' || after == '\r' || after == ' ' || after == '\t';
    }

    private void unreadable(String name, IOException failure) {
      problems.add(
          new SiteProblem(
              name,
              "%s can't be read (%s), so it is left out. Check its permissions, then import again."
                  .formatted(name, failure.getClass().getSimpleName())));
    }

    private String name(Path file) {
      return root.relativize(file).toString().replace(File.separatorChar, '/');
    }
  }
}
