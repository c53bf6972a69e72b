package org.curation.ingest.capture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.curation.service.UserError;

/**
 * Where a directory keeps recorded resources.
 *
 * @param root symbolic links resolved
 * @param images folders {@code images}
 * @param attachments folders {@code attachments/content}
 * @param pageIndexes files {@code sources.json}
 */
record ResourceFolders(
    Path root, List<Path> images, List<Path> attachments, List<Path> pageIndexes) {

  /**
   * Looks through a directory; symbolic links are not followed.
   *
   * @throws UserError when it can't be read
   */
  static ResourceFolders of(Path directory) {
    ResourceFolders found;
    try {
      found =
          new ResourceFolders(
              directory.toRealPath(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      Files.walkFileTree(found.root, found.visitor());
    } catch (IOException e) {
      throw new UserError(
          "The directory %s can't be read. Check its name and its permissions."
              .formatted(directory),
          e);
    }
    found.images.sort(null);
    found.attachments.sort(null);
    found.pageIndexes.sort(null);
    return found;
  }

  private SimpleFileVisitor<Path> visitor() {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.endsWith("images")) {
          images.add(folder);
        } else if (folder.endsWith(Path.of("attachments", "content"))) {
          attachments.add(folder);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && file.endsWith("sources.json")) {
          pageIndexes.add(file);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
      }
    };
  }
}
