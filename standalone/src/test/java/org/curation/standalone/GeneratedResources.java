package org.curation.standalone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.curation.model.topic.Json;

/** Recorded pages and images, some of them broken or never recorded. */
final class GeneratedResources {
  private final Path from;
  private final Random random;
  private final ObjectNode pages = Json.mapper().createObjectNode();
  private int attachments = 10_000;

  GeneratedResources(Path from, Random random) {
    this.from = from;
    this.random = random;
  }

  /** A new featured image. */
  GeneratedWorkPackage.Attachment attachment() {
    int id = attachments++;
    int kind = random.nextInt(20);
    String format = kind < 4 ? "png" : "jpg";
    String name = "Curated_Featured_Image." + format;
    Path file = from.resolve("images/%d/%s".formatted(id, name));
    if (kind == 19) {
      Runs.write(file, "no image");
    } else if (kind < 18) {
      picture(file, format);
    }
    return new GeneratedWorkPackage.Attachment(id, name);
  }

  /** The address of a recorded thumbnail. */
  String thumbnail(int id) {
    picture(from.resolve("images/dropmark/%d.jpg".formatted(id)), "jpg");
    return "https://thumbnails.example.net/%d.jpg".formatted(id);
  }

  /** Records every fourth page. */
  void page(String link, String title) {
    if (random.nextInt(4) != 0) {
      return;
    }
    String place = "pages/%d.html".formatted(pages.size());
    Runs.write(
        from.resolve(place),
        "<!DOCTYPE html><html><head><title>%s</title><meta property=\"og:title\" content=\"%s\"></head><body>%s</body></html>"
            .formatted(title, title, title));
    pages.putObject(place).put("href", link).put("page", place);
  }

  void finish() {
    Runs.write(from.resolve("sources.json"), pages.toString());
  }

  private void picture(Path file, String format) {
    BufferedImage picture = new BufferedImage(32, 20, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < picture.getWidth(); x++) {
      picture.setRGB(x, x % picture.getHeight(), random.nextInt(0x1000000));
    }
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(picture, format, file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
