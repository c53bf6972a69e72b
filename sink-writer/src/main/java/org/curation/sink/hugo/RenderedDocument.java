package org.curation.sink.hugo;

/**
 * A document as the bytes of its file.
 *
 * @param bytes UTF-8
 * @param removedControls how many control characters were left out of the front matter
 * @param replacedSurrogates how many unpaired surrogates became U+FFFD, in front matter and body
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RenderedDocument(byte[] bytes, int removedControls, int replacedSurrogates) {
  /** Whether the text had to be changed to be written. */
  public boolean cleaned() {
    return removedControls > 0 || replacedSurrogates > 0;
  }
}
