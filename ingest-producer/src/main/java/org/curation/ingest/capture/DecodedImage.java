package org.curation.ingest.capture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;

/**
 * An image that was decoded.
 *
 * @param pixels empty for colours that decode but can't be converted, such as those for printing
 * @param truncated whether the decoder ran out of bytes and made up the rest
 */
record DecodedImage(Optional<BufferedImage> pixels, boolean truncated) {

  /** Decodes the first frame. */
  static DecodedImage of(ImageReader reader) throws IOException {
    AtomicBoolean truncated = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          // A JPEG that merely lacks its end marker is whole, one that lacks data is not.
          if (warning.toLowerCase(Locale.ROOT).contains("premature")) {
            truncated.set(true);
          }
        });
    return new DecodedImage(pixels(reader), truncated.get());
  }

  private static Optional<BufferedImage> pixels(ImageReader reader) throws IOException {
    try {
      return Optional.of(reader.read(0));
    } catch (IIOException e) {
      if (!reader.canReadRaster()) {
        throw e;
      }
      reader.readRaster(0, null); // older platforms give printing colours in no other way
      return Optional.empty();
    }
  }
}
