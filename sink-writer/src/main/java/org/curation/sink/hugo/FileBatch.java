package org.curation.sink.hugo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Carries out a batch's changes so that a reader sees old files or new files and never half of one,
 * and so that carrying them out again after any interruption ends the same.
 */
final class FileBatch {
  private final Site site;
  private final FileOperations files;

  /** Folders that are known to hold nothing unfinished. */
  private final Set<Path> swept = new HashSet<>();

  FileBatch(Site site, FileOperations files) {
    this.site = site;
    this.files = files;
  }

  void carryOut(FileChanges changes) throws IOException {
    List<Path> temps = new ArrayList<>();
    try {
      prepareFolders(changes);
      List<FileWrite> writes = changes.writes();
      for (FileWrite write : writes) {
        Path temp = site.resolve(write.path().folder()).resolve(TempName.random());
        temps.add(temp);
        files.write(temp, write.bytes());
      }
      for (int i = 0; i < writes.size(); i++) {
        files.rename(temps.get(i), site.resolve(writes.get(i).path()));
      }
      sync(changes.folders());
      remove(changes);
    } catch (IOException e) {
      swept.clear();
      discard(temps, e);
      throw e;
    }
  }

  /** Removes what earlier attempts left below {@code content}. */
  void sweepSite() throws IOException {
    for (Path file : site.unfinishedFiles()) {
      files.delete(file);
    }
  }

  private void prepareFolders(FileChanges changes) throws IOException {
    for (String folder : changes.folders()) {
      Path path = site.resolve(folder);
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        files.createFolder(path);
      }
    }
    for (FileWrite write : changes.writes()) {
      sweep(site.resolve(write.path().folder()));
    }
    for (String folder : changes.vacated()) {
      sweep(site.resolve(folder));
    }
  }

  private void sweep(Path folder) throws IOException {
    if (!Files.isDirectory(folder) || !swept.add(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(
            folder, entry -> TempName.matches(String.valueOf(entry.getFileName())))) {
      for (Path entry : entries) {
        files.delete(entry);
      }
    }
  }

  private void sync(Set<String> folders) throws IOException {
    if (folders.isEmpty()) {
      return;
    }
    for (String folder : folders) {
      files.sync(site.resolve(folder));
    }
    files.sync(site.resolve(""));
  }

  private void remove(FileChanges changes) throws IOException {
    for (SitePath removal : changes.removals()) {
      files.delete(site.resolve(removal));
    }
    Set<String> kept = new LinkedHashSet<>();
    for (String folder : changes.vacated()) {
      kept.add(removeEmpty(folder));
    }
    for (String folder : kept) {
      if (Files.exists(site.resolve(folder))) {
        files.sync(site.resolve(folder));
      }
    }
  }

  /** Removes a folder and those above it that are empty; gives the first that stays. */
  private String removeEmpty(String folder) throws IOException {
    String kept = folder;
    while (!kept.equals(SitePath.CONTENT) && isEmptyOrGone(site.resolve(kept))) {
      Path path = site.resolve(kept);
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        files.delete(path);
      }
      swept.remove(path);
      kept = kept.substring(0, kept.lastIndexOf('/'));
    }
    return kept;
  }

  private static boolean isEmptyOrGone(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  /** Frees the space at once when the disk is full; what can't be removed is swept later. */
  private void discard(List<Path> temps, IOException failure) {
    for (Path temp : temps) {
      try {
        files.delete(temp);
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
  }
}
