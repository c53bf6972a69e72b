package org.curation.enrich.archetype;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Problems;
import org.curation.model.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a site configuration, each read once.
 *
 * @param lanes content of {@code lanes.yaml}; null when it could not be read
 * @param archetypes contents by base name
 * @param archetypeNames base names of all archetypes, also of those that could not be read
 * @param topics content of {@code topics.yaml}; null when there is none
 * @param hash SHA-256 over names and contents, lower-case hexadecimal
 */
record SiteFiles(
    @Nullable String lanes,
    SortedMap<String, String> archetypes,
    Set<String> archetypeNames,
    @Nullable String topics,
    String hash) {
  static final String TOPICS = "topics.yaml";
  static final String LANES = "lanes.yaml";
  static final String ARCHETYPES = "archetypes";
  static final int MAX_BYTES = 256 * 1024;
  private static final String EXTENSION = ".md";

  SiteFiles {
    archetypes = Collections.unmodifiableSortedMap(new TreeMap<>(archetypes));
    archetypeNames = Collections.unmodifiableSet(new TreeSet<>(archetypeNames));
  }

  /** Reads the files. Links are followed only to files inside the site folder. */
  static SiteFiles read(Path site, Problems problems) {
    Path root;
    try {
      root = site.toRealPath();
    } catch (IOException e) {
      Place.file(problems, site.toString())
          .problem("no such folder; expected one with lanes.yaml and archetypes/*.md");
      return new SiteFiles(null, new TreeMap<>(), Set.of(), null, "");
    }
    SortedMap<String, byte[]> contents = new TreeMap<>();
    SortedMap<String, String> archetypes = new TreeMap<>();
    Set<String> names = new TreeSet<>();
    String lanes = text(root, root.resolve(LANES), LANES, contents, problems);
    for (Path file : archetypeFiles(root, problems)) {
      String name = file.getFileName().toString();
      String text =
          text(root.resolve(ARCHETYPES), file, ARCHETYPES + "/" + name, contents, problems);
      String baseName = name.substring(0, name.length() - EXTENSION.length());
      names.add(baseName);
      if (text != null) {
        archetypes.put(baseName, text);
      }
    }
    Path table = root.resolve(TOPICS);
    String topics =
        Files.exists(table, LinkOption.NOFOLLOW_LINKS)
            ? text(root, table, TOPICS, contents, problems)
            : null;
    return new SiteFiles(lanes, archetypes, names, topics, hash(contents));
  }

  private static List<Path> archetypeFiles(Path root, Problems problems) {
    Path folder = root.resolve(ARCHETYPES);
    Place place = Place.file(problems, ARCHETYPES);
    try {
      if (!folder.toRealPath().startsWith(root)) {
        place.problem("is a link that leads out of the site folder");
        return List.of();
      }
      try (Stream<Path> entries = Files.list(folder)) {
        return entries.filter(SiteFiles::isArchetype).sorted().toList();
      }
    } catch (IOException e) {
      place.problem("no such folder; expected one with an archetype in each .md file");
      return List.of();
    }
  }

  private static boolean isArchetype(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(EXTENSION)
        && name.length() > EXTENSION.length()
        && !name.startsWith(".")
        && !Files.isDirectory(file);
  }

  private static @Nullable String text(
      Path folder, Path file, String name, SortedMap<String, byte[]> contents, Problems problems) {
    Place place = Place.file(problems, name);
    try {
      Path real = file.toRealPath();
      if (!real.startsWith(folder.toRealPath())) {
        place.problem("is a link that leads out of its folder");
        return null;
      }
      if (!Files.isRegularFile(real)) {
        place.problem("is not a regular file");
        return null;
      }
      byte[] bytes = bounded(real);
      if (bytes.length > MAX_BYTES) {
        place.problem("is larger than %d bytes".formatted(MAX_BYTES));
        return null;
      }
      contents.put(name, bytes);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      place.problem("is not UTF-8 text");
    } catch (IOException e) {
      place.problem("can't be read; check that it exists and may be read");
    }
    return null;
  }

  private static byte[] bounded(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  private static String hash(SortedMap<String, byte[]> contents) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    contents.forEach(
        (name, bytes) -> {
          // Lengths keep two different sets of files from being the same bytes.
          String header = name + "\n" + bytes.length + "\n";
          all.writeBytes(header.getBytes(StandardCharsets.UTF_8));
          all.writeBytes(bytes);
        });
    return CanonicalJson.sha256(all.toByteArray());
  }
}
