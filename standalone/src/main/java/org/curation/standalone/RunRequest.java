package org.curation.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.curation.service.UserError;

/**
 * What one run is to do.
 *
 * @param from directory of saved records
 * @param out root of the Hugo site
 * @param published an already published site whose identities are imported
 * @param site lanes and archetypes
 * @param data where the broker and the streams keep their data
 * @param webhookSecret file with the secret that signs webhook payloads
 * @param mirror whether items that are no longer listed are deleted
 * @param mirrorLimit the share of items, from 0 to 1, that a mirroring run may delete
 * @param shuffleSeed reads the files in a random order, for tests
 */
public record RunRequest(
    Path from,
    Path out,
    Optional<Path> published,
    Path site,
    Path data,
    Optional<Path> webhookSecret,
    boolean mirror,
    double mirrorLimit,
    Optional<Long> shuffleSeed) {

  /** Where the store keeps positions and guards, unless it is told otherwise. */
  public Path ledger() {
    return beside(out, ".ledger");
  }

  /** Folders that hold what the pipeline writes, and the secret: no records are in them. */
  public List<Path> withoutRecords() {
    List<Path> places = new ArrayList<>(List.of(out, data, ledger()));
    webhookSecret.ifPresent(places::add);
    return places;
  }

  /** A folder beside another, with a suffix to its name. */
  public static Path beside(Path folder, String suffix) {
    Path absolute = folder.toAbsolutePath().normalize();
    return absolute.getFileName() == null
        ? absolute
        : absolute.resolveSibling(absolute.getFileName() + suffix);
  }

  /**
   * Checks everything that can be checked before anything starts.
   *
   * @throws UserError naming each problem
   */
  public void check() {
    List<String> problems = new ArrayList<>();
    requireFolder(problems, "--from", from);
    published.ifPresent(folder -> requireFolder(problems, "--published", folder));
    requireFolder(problems, "--site", site);
    webhookSecret
        .filter(file -> !Files.isReadable(file))
        .ifPresent(
            file ->
                problems.add(
                    "--webhook-secret-file %s is no readable file; give the file that holds the webhook's secret"
                        .formatted(file)));
    if (Files.exists(out) && !Files.isDirectory(out)) {
      problems.add("--out %s is a file; give a folder, or a name that is free".formatted(out));
    }
    Path root = out.toAbsolutePath().normalize();
    Path source = from.toAbsolutePath().normalize();
    if (root.getFileName() == null) {
      throw new UserError("--out %s must be a folder with a name".formatted(out));
    }
    if (Files.exists(data) && !Files.isDirectory(data)) {
      problems.add("--data %s is a file; give a folder, or a name that is free".formatted(data));
    }
    if (source.startsWith(root)) {
      problems.add(
          "--from %s lies inside of --out %s; records don't belong into a site"
              .formatted(from, out));
    }
    if (data.toAbsolutePath().normalize().startsWith(root)) {
      problems.add(
          "--data %s lies inside of --out %s; broker data don't belong into a site"
              .formatted(data, out));
    }
    if (!problems.isEmpty()) {
      throw new UserError(String.join("\n", problems));
    }
  }

  private static void requireFolder(List<String> problems, String option, Path folder) {
    if (!Files.isDirectory(folder)) {
      problems.add("%s %s is no folder; check the path".formatted(option, folder));
    }
  }
}
