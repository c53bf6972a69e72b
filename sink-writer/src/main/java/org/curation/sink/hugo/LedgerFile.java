package org.curation.sink.hugo;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.curation.model.topic.Json;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;

/** The ledger's file as lines of JSON. */
final class LedgerFile {
  private static final ObjectReader READER = Json.mapper().readerFor(LedgerLine.class);

  private LedgerFile() {}

  /**
   * How much of a file was read.
   *
   * @param lines whole lines
   * @param length of all whole lines together, in bytes
   */
  record Extent(long lines, long length) {}

  /**
   * Reads all whole lines. A last line without its line feed is one whose writing was cut off: it
   * was never acknowledged, and is left out.
   *
   * @throws UserError when a whole line is not a ledger line
   */
  static Extent read(Path file, Consumer<LedgerLine> each) throws IOException {
    long lines = 0;
    long length = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b != '\n') {
          line.write(b);
          continue;
        }
        lines++;
        length += line.size() + 1L;
        each.accept(parse(file, lines, line.toByteArray()));
        line.reset();
      }
    } catch (NoSuchFileException e) {
      return new Extent(0, 0);
    }
    return new Extent(lines, length);
  }

  /** The bytes of lines. */
  static byte[] bytes(List<LedgerLine> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (LedgerLine line : lines) {
      bytes.writeBytes(Json.mapper().writeValueAsBytes(line));
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  private static LedgerLine parse(Path file, long number, byte[] line) {
    try {
      LedgerLine parsed = READER.readValue(line);
      if (parsed != null) {
        return parsed;
      }
    } catch (IOException e) {
      throw broken(file, number, e);
    }
    throw broken(file, number, null);
  }

  private static UserError broken(Path file, long number, @Nullable IOException cause) {
    String message =
        ("%s, line %d is not a line of the ledger: it was changed by something else, or the disk"
                + " lost it. Put the file back from a backup; or move it away and start again:"
                + " everything is then read from the log anew, and files that are right are left as"
                + " they are.")
            .formatted(file, number);
    return cause == null ? new UserError(message) : new UserError(message, cause);
  }
}
