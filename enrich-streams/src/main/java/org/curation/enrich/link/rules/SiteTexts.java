package org.curation.enrich.link.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Problems;

/**
 * Files of rules in a site folder. Links are followed only to files inside of it.
 *
 * @param folder of the site
 * @param problems where what can't be read is reported
 */
record SiteTexts(Path folder, Problems problems) {
  boolean exists(String name) {
    return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** The text of a file; empty when that can't be read, which is reported. */
  String read(String name) {
    Place place = Place.file(problems, name);
    try {
      Path file = folder.resolve(name).toRealPath();
      if (!file.startsWith(folder.toRealPath()) || !Files.isRegularFile(file)) {
        place.problem("is no regular file in the site folder");
        return "";
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(RulesFileReader.MAX_BYTES + 1);
        if (bytes.length > RulesFileReader.MAX_BYTES) {
          place.problem("is larger than %d bytes".formatted(RulesFileReader.MAX_BYTES));
          return "";
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      }
    } catch (CharacterCodingException e) {
      place.problem("is not UTF-8 text");
    } catch (IOException | InvalidPathException e) {
      place.problem("can't be read; check that it exists and may be read");
    }
    return "";
  }
}
