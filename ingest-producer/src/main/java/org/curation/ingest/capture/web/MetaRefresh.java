package org.curation.ingest.capture.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.ingest.capture.PageText;
import org.curation.ingest.capture.guard.AddressRefusedException;
import org.curation.ingest.capture.guard.WebAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds out where a page sends its readers by {@code <meta http-equiv="refresh">}. Pure. */
final class MetaRefresh {
  private static final int HEAD_BYTES = 64 * 1024;
  private static final int LONGEST_DELAY = 5;
  private static final Pattern CONTENT =
      Pattern.compile(
          "(?is)^\\s*([0-9]{1,9})(?:\\.[0-9]*)?\\s*[;,\\s]\\s*(?:url\\s*=\\s*)?[\"']?([^\"']+)");

  private MetaRefresh() {}

  /**
   * The address that is to be read instead.
   *
   * @param always whatever the delay, and for readers without scripts too: of link shorteners
   * @return empty when the page is meant to be read itself
   * @throws AddressRefusedException when it is no address of the web
   */
  static Optional<WebAddress> target(
      WebAddress page, byte[] body, Optional<String> contentType, boolean always)
      throws AddressRefusedException {
    if (contentType.isPresent() && !contentType.get().toLowerCase(Locale.ROOT).contains("html")) {
      return Optional.empty();
    }
    byte[] head = body.length > HEAD_BYTES ? Arrays.copyOf(body, HEAD_BYTES) : body;
    String text = PageText.of(head, contentType);
    if (!text.toLowerCase(Locale.ROOT).contains("refresh")) {
      return Optional.empty();
    }
    Document document = Jsoup.parse(text);
    for (Element meta : document.select("meta[http-equiv][content]")) {
      Matcher content = CONTENT.matcher(meta.attr("content"));
      if (meta.attr("http-equiv").strip().equalsIgnoreCase("refresh")
          && content.find()
          && (always
              || (Integer.parseInt(content.group(1)) <= LONGEST_DELAY
                  && meta.closest("noscript") == null))) {
        WebAddress target = base(page, document).resolve(content.group(2));
        return target.equals(page) ? Optional.empty() : Optional.of(target);
      }
    }
    return Optional.empty();
  }

  private static WebAddress base(WebAddress page, Document document)
      throws AddressRefusedException {
    Element base = document.selectFirst("base[href]");
    return base == null ? page : page.resolve(base.attr("href"));
  }
}
