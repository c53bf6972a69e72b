package org.curation.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets the files of a directory of records arrive in another one bit by bit, as an editorial team
 * would write them: what the records refer to first, then the items, older versions first, the
 * deletions last.
 */
final class Arrivals {
  private final Path staged;
  private final Path to;
  private final List<Path> items;
  private int arrived;

  Arrivals(Path staged, Path to) throws IOException {
    this.staged = staged;
    this.to = to;
    try (Stream<Path> all = Files.walk(staged.resolve("work_packages"))) {
      this.items =
          all.filter(Files::isRegularFile)
              .sorted(Comparator.comparing(Arrivals::version).thenComparing(Path::toString))
              .toList();
    }
    Files.createDirectories(to.resolve("work_packages"));
    try (Stream<Path> all = Files.list(staged)) {
      for (Path each : all.toList()) {
        String name = each.getFileName().toString();
        if (!name.equals("work_packages") && !name.equals("deletions.jsonl")) {
          Files.move(each, to.resolve(name));
        }
      }
    }
  }

  /** Brings a share of all items, at least one; with the last one the deletions. */
  void next(int share) throws IOException {
    int end = Math.min(items.size(), arrived + Math.max(1, -Math.floorDiv(-items.size(), share)));
    for (; arrived < end; arrived++) {
      Path item = items.get(arrived);
      Path place = to.resolve(staged.relativize(item).toString());
      Files.createDirectories(place.getParent());
      Files.move(item, place);
    }
    Path deletions = staged.resolve("deletions.jsonl");
    if (arrived == items.size() && Files.exists(deletions)) {
      Files.move(deletions, to.resolve("deletions.jsonl"));
    }
  }

  /** The number at the end of a name such as {@code 17-2.json}; 0 for names without. */
  private static int version(Path file) {
    String name = file.getFileName().toString();
    return Character.isDigit(name.charAt(0))
        ? Integer.parseInt(name.substring(name.indexOf('-') + 1, name.indexOf('.')))
        : 0;
  }
}
