package org.curation.ingest.backfill;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.curation.ingest.files.LineRecords;
import org.curation.ingest.files.Lines;
import org.curation.model.CanonicalJson;
import org.curation.service.UserError;

/**
 * A file of lines, perhaps compressed, that can be read from any line on.
 *
 * @param path real path
 * @param packed whether it is compressed with gzip; then what was read is unpacked again
 */
record BackfillFile(Path path, boolean packed) {
  private static final int HEAD_BYTES = 64 * 1024;
  private static final int NAME_CHARS = 16;

  /**
   * A file that is there.
   *
   * @throws UserError when it is no file that can be read
   */
  static BackfillFile of(Path file) {
    try {
      Path real = file.toRealPath();
      if (!Files.isRegularFile(real) || !Files.isReadable(real)) {
        throw new UserError("%s is no file that can be read. Check its name.".formatted(file));
      }
      String name = String.valueOf(real.getFileName()).toLowerCase(Locale.ROOT);
      return new BackfillFile(real, name.endsWith(".gz"));
    } catch (IOException e) {
      throw new UserError("%s is no file that can be read. Check its name.".formatted(file), e);
    }
  }

  /** For people. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  /** What its checkpoint is called: the same for a file of the same place. */
  String source() {
    byte[] place = path.toString().getBytes(StandardCharsets.UTF_8);
    return "jsonl-" + CanonicalJson.sha256(place).substring(0, NAME_CHARS);
  }

  long bytes() throws IOException {
    return Files.size(path);
  }

  /** A hash of the file's beginning, at most 64 KiB of it. */
  String head(int bytes) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return CanonicalJson.sha256(in.readNBytes(Math.min(bytes, HEAD_BYTES)));
    }
  }

  /** How much of the file's beginning {@link #head} looks at. */
  int headBytes() throws IOException {
    return (int) Math.min(bytes(), HEAD_BYTES);
  }

  /** The stream from a position on; of a compressed file, in bytes of what is in it. */
  InputStream open(long from) throws IOException {
    if (packed) {
      InputStream in =
          new BufferedInputStream(new GZIPInputStream(Files.newInputStream(path), HEAD_BYTES));
      in.skipNBytes(from);
      return in;
    }
    FileChannel channel = FileChannel.open(path);
    channel.position(from);
    return Channels.newInputStream(channel);
  }

  /** The lines from a position on. */
  Lines lines(InputStream opened, Progress from) {
    return new Lines(opened, LineRecords.MOST_BYTES, from.line(), from.offset());
  }
}
