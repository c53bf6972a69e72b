package org.curation.ingest.capture;

import org.curation.ingest.capture.ImageProcessing.Processed;
import org.curation.model.CaptureKey;
import org.curation.model.PageContent;

/** What the bytes of a resource turned out to be. */
sealed interface Content {

  /** Bytes that are published, so they are stored before their capture says where they are. */
  sealed interface Stored extends Content {
    /** As they are published. */
    byte[] bytes();
  }

  /** An image, checked and converted. */
  record Picture(Processed.Usable image) implements Stored {
    @Override
    public byte[] bytes() {
      return image.bytes();
    }
  }

  /**
   * A file that is published as it was fetched.
   *
   * @param mediaType of the bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Verbatim(byte[] bytes, String mediaType) implements Stored {}

  /** A text that enrichment reads. */
  record Text(PageContent text) implements Content {}

  /**
   * Nothing that can be used.
   *
   * @param reason for people
   */
  record Unusable(String reason) implements Content {}

  /**
   * Nothing that anybody asks for.
   *
   * @param reason for people
   */
  record Unknown(String reason) implements Content {}

  /** Looks at what was fetched for a resource of a capture key. Any bytes give a result. Pure. */
  static Content of(String resource, Fetched.Bytes fetched) {
    byte[] bytes = fetched.body();
    return switch (resource) {
      case CaptureKey.PAGE -> new Text(PageContent.of(PageText.of(bytes, fetched.contentType())));
      case CaptureKey.FEATURED_IMAGE -> picture(ImageProcessing.process(bytes));
      case CaptureKey.FAVICON -> picture(IconProcessing.process(bytes));
      case CaptureKey.PDF -> PdfFile.read(bytes);
      case CaptureKey.EXTENSION_CURATION, CaptureKey.READABLE_CONTENT -> JsonText.read(bytes);
      default ->
          resource.startsWith(CaptureKey.BODY_IMAGE)
              ? picture(BodyImageProcessing.process(bytes))
              : new Unknown("no resource \"%s\" is known".formatted(resource));
    };
  }

  private static Content picture(Processed processed) {
    return switch (processed) {
      case Processed.Usable image -> new Picture(image);
      case Processed.Unusable unusable -> new Unusable(unusable.reason());
    };
  }
}
