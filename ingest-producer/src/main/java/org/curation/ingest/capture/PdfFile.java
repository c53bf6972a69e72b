package org.curation.ingest.capture;

import java.nio.charset.StandardCharsets;

/** Tells a PDF from other bytes. It is published as it is: nothing in it is run or read. Pure. */
final class PdfFile {
  /** Most bytes that are published; a record of the topic takes a little more. */
  static final int MAX_BYTES = 7 << 20;

  /** Readers look for the mark in this much of a file. */
  private static final int HEAD = 1024;

  private static final String MARK = "%PDF-";

  private PdfFile() {}

  static Content read(byte[] bytes) {
    if (bytes.length == 0) {
      return new Content.Unusable("the PDF is empty");
    }
    if (bytes.length > MAX_BYTES) {
      return new Content.Unusable(
          "the PDF has %d bytes, at most %d are published".formatted(bytes.length, MAX_BYTES));
    }
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    return head.contains(MARK)
        ? new Content.Verbatim(bytes, "application/pdf")
        : new Content.Unusable("the bytes are no PDF: %PDF- is not among the first " + HEAD);
  }
}
