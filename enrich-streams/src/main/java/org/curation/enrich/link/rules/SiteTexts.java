package org.curation.enrich.link.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Quoted;
import org.curation.service.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Files of rules in a site folder. Links are followed only to files inside of it.
 *
 * @param folder of the site
 */
record SiteTexts(Path folder) {
  private static final int MOST_NAMES = 1000;

  boolean exists(String name) {
    return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The text of a file; null when that can't be read, which is reported.
   *
   * @param place of the file's name, or the file itself
   */
  @Nullable String read(String name, Place place) {
    String what = place.file().equals(name) ? "" : Quoted.of(name) + " ";
    try {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        place.problem("there is no file " + Quoted.of(name) + Suggestion.phrase(name, names()));
        return null;
      }
      file = file.toRealPath();
      if (!file.startsWith(folder.toRealPath()) || !Files.isRegularFile(file)) {
        place.problem(what + "is no regular file in the site folder");
        return null;
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(RulesFileReader.MAX_BYTES + 1);
        if (bytes.length > RulesFileReader.MAX_BYTES) {
          place.problem(what + "is larger than %d bytes".formatted(RulesFileReader.MAX_BYTES));
          return null;
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      }
    } catch (CharacterCodingException e) {
      place.problem(what + "is not UTF-8 text");
    } catch (IOException | InvalidPathException e) {
      place.problem(what + "can't be read; check that it may be read");
    }
    return null;
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .limit(MOST_NAMES)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
