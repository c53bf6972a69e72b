package org.curation.enrich.state;

import java.util.Objects;
import org.curation.enrich.description.DescribedPage;
import org.curation.enrich.page.ExtensionCuration;
import org.curation.enrich.page.PageFacts;
import org.curation.enrich.page.PageMetadata;
import org.curation.enrich.page.PageSummary;
import org.curation.enrich.page.ReadableContent;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.text.ArticleText;
import org.curation.model.Capture;
import org.curation.model.CaptureKey;
import org.curation.model.FileFacts;
import org.curation.model.ImageFacts;
import org.curation.model.PageContent;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a curation: what was asked for, and what came back.
 *
 * @param number of the newest request; answers to older ones are ignored
 * @param url what is wanted; empty when nothing is wanted any more (the number is kept, so that an
 *     old answer never passes for a new one)
 * @param answer null while the answer is outstanding
 */
public record Resource(long number, String url, String fileName, @Nullable Answer answer) {
  /** Requires the texts. */
  public Resource {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(fileName, "fileName");
  }

  /**
   * What came back, without the page's HTML: that stays in {@code curation.captures}.
   *
   * @param reason why there is no content, for people
   * @param page of a page, and of what the curation extension read in one
   * @param file of what is published as it is; null in states from before there were such files
   * @param described what describes the page; null when it is no page, and in states from before it
   *     was kept
   * @param summary what the page says about itself; null likewise
   */
  public record Answer(
      Capture.Result result,
      @Nullable String reason,
      @Nullable PageMetadata page,
      @Nullable ImageFacts image,
      @Nullable FileFacts file,
      @Nullable DescribedPage described,
      @Nullable PageSummary summary) {

    /** What came back when it was no file. */
    public Answer(
        Capture.Result result,
        @Nullable String reason,
        @Nullable PageMetadata page,
        @Nullable ImageFacts image) {
      this(result, reason, page, image, null, null, null);
    }

    /** What is remembered of a capture. */
    public static Answer of(Capture capture) {
      PageContent text = capture.page();
      return switch (capture.key().resource()) {
        case CaptureKey.PAGE -> text == null ? of(capture, null, null, null) : page(capture, text);
        case CaptureKey.EXTENSION_CURATION ->
            of(capture, text == null ? null : ExtensionCuration.read(text.html()), null, null);
        case CaptureKey.READABLE_CONTENT ->
            of(capture, text == null ? null : ReadableContent.read(text.html()), null, null);
        default -> of(capture, null, null, null);
      };
    }

    private static Answer page(Capture capture, PageContent text) {
      String address = capture.finalUrl() == null ? capture.url() : capture.finalUrl();
      PageMetadata metadata = PageMetadata.extract(text.html());
      try {
        PageIndex page = PageIndex.of(text.html(), address);
        PageFacts facts = PageFacts.of(page, capture.capturedAt());
        return of(
            capture,
            metadata,
            DescribedPage.of(
                facts.description(), () -> ArticleText.of(page.document()), facts.lang().value()),
            PageSummary.of(facts));
      } catch (RuntimeException | StackOverflowError e) {
        // No page may stop the stream, whatever its author thought of.
        return new Answer(
            capture.result(),
            "the page's facts can't be read: " + e.getClass().getSimpleName(),
            metadata,
            null,
            null,
            null,
            null);
      }
    }

    private static Answer of(
        Capture capture,
        @Nullable PageMetadata page,
        @Nullable DescribedPage described,
        @Nullable PageSummary summary) {
      return new Answer(
          capture.result(),
          capture.reason(),
          page,
          capture.image(),
          capture.file(),
          described,
          summary);
    }
  }

  /** Whether something is asked for and has not been answered. */
  public boolean pending() {
    return !url.isEmpty() && answer == null;
  }

  /** This resource with an answer. */
  public Resource answered(Answer answer) {
    return new Resource(number, url, fileName, answer);
  }
}
