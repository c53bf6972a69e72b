package org.curation.ingest.capture;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.curation.ingest.capture.ImageProcessing.Processed;
import org.curation.model.CanonicalJson;
import org.curation.model.Capture;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.ImageFacts;
import org.curation.model.ImageFacts.ImagePosition;
import org.curation.model.PageContent;
import org.jspecify.annotations.Nullable;

/** What the worker answers to one request. */
sealed interface Answer {

  /** A capture that can be sent as it is. */
  record Complete(Capture capture) implements Answer {}

  /** An image that must be stored before its capture can say where it is. */
  record WithImage(
      CaptureRequest request, Processed.Usable image, @Nullable String finalUrl, Instant at)
      implements Answer {

    /** The capture, once the place of the image is known. */
    Capture capture(int partition, long offset) {
      ImageFacts facts =
          new ImageFacts(
              "JPEG",
              "image/jpeg",
              image.width(),
              image.height(),
              CanonicalJson.sha256(image.jpeg()),
              image.jpeg().length,
              image.sourceFormat(),
              new ImagePosition(request.key(), partition, offset));
      return new Capture(
          request.key(),
          request.number(),
          Capture.Result.CAPTURED,
          request.url(),
          finalUrl,
          List.of(),
          null,
          null,
          facts,
          at);
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
    return switch (request.key().resource()) {
      case CaptureKey.PAGE ->
          complete(
              request,
              Capture.Result.CAPTURED,
              finalUrl,
              null,
              PageContent.of(PageText.of(bytes.body(), bytes.contentType())),
              at);
      case CaptureKey.FEATURED_IMAGE ->
          switch (ImageProcessing.process(bytes.body())) {
            case Processed.Usable image -> new WithImage(request, image, finalUrl, at);
            case Processed.Unusable unusable ->
                complete(request, Capture.Result.UNUSABLE, finalUrl, unusable.reason(), null, at);
          };
      default ->
          without(
              request,
              Capture.Result.REFUSED,
              "no resource \"%s\" is known".formatted(request.key().resource()),
              at);
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
