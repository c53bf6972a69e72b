package org.curation.sink.hugo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that is below a folder, as text by relative path; folders end with a slash. */
final class SiteTree {
  private SiteTree() {}

  static Map<String, String> of(Path root) {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(each -> !each.equals(root)).toList()) {
        String name = root.relativize(path).toString();
        if (Files.isDirectory(path)) {
          tree.put(name + "/", "");
        } else {
          tree.put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree;
  }

  /** Names of files only. */
  static List<String> files(Path root) {
    return of(root).keySet().stream().filter(name -> !name.endsWith("/")).toList();
  }
}
