package org.curation.ingest.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.curation.ingest.files.JsonText.NotJsonException;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of records, element by element. Whatever is wrong with a file or an element is told
 * as an element, too.
 */
final class RecordFiles {
  /** Longest file of one JSON value, and longest line, in bytes. */
  static final int MAX_BYTES = 64 * 1024 * 1024;

  static final String UNREADABLE = "unreadable";

  private static final int HEAD_BYTES = 1024 * 1024;
  private static final int SIGNATURE_BYTES = 1024;

  private final Optional<WebhookSignature> verifier;
  private final int maxBytes;

  RecordFiles(Optional<WebhookSignature> verifier) {
    this(verifier, MAX_BYTES);
  }

  RecordFiles(Optional<WebhookSignature> verifier, int maxBytes) {
    this.verifier = verifier;
    this.maxBytes = maxBytes;
  }

  void read(SourceFile file, Consumer<? super Found> out) {
    try (InputStream in = Files.newInputStream(file.path())) {
      switch (file.format()) {
        case JSON -> whole(file, in, out);
        case LINES -> lines(file, in, out);
      }
    } catch (IOException e) {
      String message = unreadable(file.name(), e.getClass().getSimpleName());
      out.accept(new Found(file.name(), 0, new Shape.Reject(UNREADABLE, message, Set.of(), true)));
    }
  }

  /** The message for a file that can't be read. */
  static String unreadable(String name, String why) {
    return "%s can't be read: %s. Check that it is a file and may be read.".formatted(name, why);
  }

  private void whole(SourceFile file, InputStream in, Consumer<? super Found> out)
      throws IOException {
    byte[] bytes = in.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      out.accept(new Found(file.name(), 0, tooLarge(file.name(), bytes)));
      return;
    }
    Shape.@Nullable Reject refused = refusedSignature(file, bytes);
    if (refused == null) {
      value(file, 0, 1, bytes, file.signature() != null, out);
    } else {
      out.accept(new Found(file.name(), 0, refused));
    }
  }

  private void lines(SourceFile file, InputStream in, Consumer<? super Found> out)
      throws IOException {
    Lines lines = new Lines(in, maxBytes);
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      line(file, line, out);
    }
  }

  /** Reads one line of a file of lines. */
  void line(SourceFile file, Lines.Line line, Consumer<? super Found> out) {
    if (line.tooLong()) {
      String place = file.name() + ", line " + line.number();
      out.accept(new Found(file.name(), line.number(), tooLarge(place, line.bytes())));
    } else if (!line.isBlank()) {
      value(file, line.number(), line.number(), line.bytes(), false, out);
    }
  }

  private void value(
      SourceFile file,
      int element,
      int line,
      byte[] bytes,
      boolean verified,
      Consumer<? super Found> out) {
    JsonNode node;
    try {
      node = JsonText.parse(bytes, file.name(), line);
    } catch (NotJsonException e) {
      String message = e.getMessage() == null ? file.name() : e.getMessage();
      out.accept(
          new Found(file.name(), element, new Shape.Undecodable("not-json", message, bytes, true)));
      return;
    }
    if (verifier.isPresent() && !verified && Webhooks.isWebhook(node)) {
      out.accept(new Found(file.name(), element, unsigned(file, node)));
      return;
    }
    String place = element == 0 ? file.name() : file.name() + ", line " + line;
    Shapes.of(
        place,
        node,
        (part, shape) -> {
          Shape whole =
              part == 0 && shape instanceof Shape.Undecodable broken
                  ? new Shape.Undecodable(
                      broken.reason(), broken.message(), bytes, broken.foreign())
                  : shape;
          out.accept(
              element == 0
                  ? new Found(file.name(), part, whole)
                  : new Found(file.name(), element, part, whole));
        });
  }

  private Shape.@Nullable Reject refusedSignature(SourceFile file, byte[] bytes)
      throws IOException {
    if (file.signature() == null) {
      return null;
    }
    if (verifier.isEmpty()) {
      return reject(
          file,
          "no webhook secret configured",
          "%s is signed, but there is no secret to check the signature with. Configure the webhook secret.",
          bytes);
    }
    try (InputStream in = Files.newInputStream(file.signature())) {
      String header = new String(in.readNBytes(SIGNATURE_BYTES), StandardCharsets.US_ASCII);
      return verifier.get().matches(bytes, header)
          ? null
          : reject(
              file,
              "signature does not match",
              "%s does not match its signature: it was changed, or signed with another secret. Have it sent again.",
              bytes);
    }
  }

  private static Shape.Reject reject(SourceFile file, String reason, String message, byte[] bytes) {
    Set<CurationId> about = Mentions.in(bytes, file.name());
    return new Shape.Reject(reason, message.formatted(file.name()), about, about.isEmpty());
  }

  private static Shape.Reject unsigned(SourceFile file, JsonNode node) {
    return new Shape.Reject(
        "unsigned",
        "%s is a webhook's payload without a signature beside it, and a webhook secret is configured. Save the X-OP-Signature header as the .sig file of the same name."
            .formatted(file.name()),
        Mentions.in(node, file.name()),
        false);
  }

  private Shape tooLarge(String place, byte[] head) {
    return new Shape.Undecodable(
        "too-large",
        "%s is larger than %d bytes; only its beginning is kept here. Split it into several files."
            .formatted(place, maxBytes),
        Arrays.copyOf(head, Math.min(head.length, HEAD_BYTES)),
        false);
  }
}
