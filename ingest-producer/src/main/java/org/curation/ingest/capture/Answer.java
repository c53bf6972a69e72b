package org.curation.ingest.capture;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.curation.ingest.capture.ImageProcessing.Processed;
import org.curation.model.CanonicalJson;
import org.curation.model.Capture;
import org.curation.model.CaptureRequest;
import org.curation.model.FileFacts;
import org.curation.model.ImageFacts;
import org.curation.model.ImageFacts.ImagePosition;
import org.curation.model.PageContent;
import org.jspecify.annotations.Nullable;

/** What the worker answers to one request. */
sealed interface Answer {

  /** A capture that can be sent as it is. */
  record Complete(Capture capture) implements Answer {}

  /** Content that must be stored before its capture can say where it is. */
  record WithContent(
      CaptureRequest request, Content.Stored content, @Nullable String finalUrl, Instant at)
      implements Answer {

    /** The capture, once the place of the content is known. */
    Capture capture(int partition, long offset) {
      ImagePosition position = new ImagePosition(request.key(), partition, offset);
      return switch (content) {
        case Content.Picture picture -> capture(facts(picture.image(), position), null);
        case Content.Verbatim file ->
            capture(
                null,
                new FileFacts(
                    file.mediaType(),
                    file.bytes().length,
                    CanonicalJson.sha256(file.bytes()),
                    position));
      };
    }

    private Capture capture(@Nullable ImageFacts image, @Nullable FileFacts file) {
      return new Capture(
          request.key(),
          request.number(),
          Capture.Result.CAPTURED,
          request.url(),
          finalUrl,
          List.of(),
          null,
          null,
          image,
          at,
          file);
    }

    private static ImageFacts facts(Processed.Usable image, ImagePosition position) {
      return new ImageFacts(
          image.format(),
          "image/" + image.format().toLowerCase(Locale.ROOT),
          image.width(),
          image.height(),
          CanonicalJson.sha256(image.bytes()),
          image.bytes().length,
          image.sourceFormat(),
          position);
    }
  }

  /** How the fetch ended, in a word. */
  default String outcome() {
    Capture.Result result =
        this instanceof Complete complete ? complete.capture().result() : Capture.Result.CAPTURED;
    return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Makes an answer of what was fetched. Pure. */
  static Answer of(CaptureRequest request, Fetched fetched, Instant at) {
    return switch (fetched) {
      case Fetched.Bytes bytes -> ofContent(request, bytes, at);
      case Fetched.NotModified same ->
          without(request, Capture.Result.GAVE_UP, "not modified, but nothing is known", at);
      case Fetched.Gone gone -> without(request, Capture.Result.GONE, gone.reason(), at);
      case Fetched.Refused refused ->
          without(request, Capture.Result.REFUSED, refused.reason(), at);
      case Fetched.Failed failed -> without(request, Capture.Result.GAVE_UP, failed.reason(), at);
    };
  }

  /** An answer without content. */
  static Complete without(
      CaptureRequest request, Capture.Result result, String reason, Instant at) {
    return complete(request, result, null, reason, null, at);
  }

  private static Answer ofContent(CaptureRequest request, Fetched.Bytes bytes, Instant at) {
    String finalUrl = bytes.reply().finalUrl();
    return switch (Content.of(request.key().resource(), bytes)) {
      case Content.Stored stored -> new WithContent(request, stored, finalUrl, at);
      case Content.Text text ->
          complete(request, Capture.Result.CAPTURED, finalUrl, null, text.text(), at);
      case Content.Unusable unusable ->
          complete(request, Capture.Result.UNUSABLE, finalUrl, unusable.reason(), null, at);
      case Content.Unknown unknown ->
          without(request, Capture.Result.REFUSED, unknown.reason(), at);
    };
  }

  private static Complete complete(
      CaptureRequest request,
      Capture.Result result,
      @Nullable String finalUrl,
      @Nullable String reason,
      @Nullable PageContent page,
      Instant at) {
    return new Complete(
        new Capture(
            request.key(),
            request.number(),
            result,
            request.url(),
            finalUrl,
            List.of(),
            reason,
            page,
            null,
            at));
  }
}
