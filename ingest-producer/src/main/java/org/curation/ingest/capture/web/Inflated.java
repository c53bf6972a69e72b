package org.curation.ingest.capture.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Opens a body whatever its encoding. The memory that decompressing takes is not the JVM's own: it
 * is free again once the stream is closed, and nothing is taken by one that can't be opened.
 */
final class Inflated {
  private static final int MAGIC = 0x8b1f;
  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;
  private static final byte[] PLAIN_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

  private Inflated() {}

  /**
   * Opens a body. Closing the stream leaves the body open, as that would read the rest of it.
   *
   * @param encoding the header {@code Content-Encoding} in lower case, empty for none
   * @throws FetchException when the encoding wasn't offered
   * @throws IOException when the beginning can't be read
   */
  static InputStream open(InputStream body, String encoding) throws IOException {
    InputStream in = new LeftOpen(body);
    return switch (encoding) {
      case "", "identity" -> in;
      case "gzip", "x-gzip" -> gzip(new BufferedInputStream(in));
      case "deflate" -> deflate(new BufferedInputStream(in));
      default ->
          throw FetchException.failed(
              "the server used a content encoding that was not offered to it");
    };
  }

  /**
   * The JDK's stream would leave its memory to chance when the first header is no header, so it is
   * read here, and the stream gets one that is.
   */
  private static InputStream gzip(BufferedInputStream in) throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return in; // nothing at all, whatever the encoding is called
    }
    in.reset();
    skipHeader(in);
    return new GZIPInputStream(new SequenceInputStream(new ByteArrayInputStream(PLAIN_HEADER), in));
  }

  private static void skipHeader(InputStream in) throws IOException {
    if (pair(in) != MAGIC || one(in) != 8) {
      throw new ZipException("not in gzip format");
    }
    int flags = one(in);
    if ((flags & RESERVED) != 0) {
      throw new ZipException("gzip flags that have no meaning");
    }
    in.skipNBytes(6);
    if ((flags & EXTRA) != 0) {
      in.skipNBytes(pair(in));
    }
    if ((flags & NAME) != 0) {
      skipText(in);
    }
    if ((flags & COMMENT) != 0) {
      skipText(in);
    }
    if ((flags & HEADER_CHECK) != 0) {
      in.skipNBytes(2);
    }
  }

  private static void skipText(InputStream in) throws IOException {
    for (int left = 64 * 1024; one(in) != 0; left--) {
      if (left == 0) {
        throw new ZipException("a gzip header without end");
      }
    }
  }

  private static int pair(InputStream in) throws IOException {
    int low = one(in);
    return low | (one(in) << 8);
  }

  private static int one(InputStream in) throws IOException {
    int read = in.read();
    if (read < 0) {
      throw new EOFException("the gzip header breaks off");
    }
    return read;
  }

  /** Some servers send the bare stream, some wrap it as the standard says. */
  private static InputStream deflate(BufferedInputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    boolean wrapped = (first & 0x0F) == 8 && second >= 0 && ((first << 8) | second) % 31 == 0;
    return new OwnInflater(in, new Inflater(!wrapped));
  }

  /** Ends its inflater, which the JDK's stream does only with one that it made itself. */
  private static final class OwnInflater extends InflaterInputStream {
    OwnInflater(InputStream in, Inflater inflater) {
      super(in, inflater);
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        inf.end();
      }
    }
  }

  private static final class LeftOpen extends FilterInputStream {
    LeftOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // Who opened it closes it.
    }
  }
}
