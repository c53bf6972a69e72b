package org.curation.enrich.page.image;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an image's address tells about what it shows. */
final class ImageAddress {
  private static final Pattern NO_PICTURE =
      Pattern.compile(
          "(?:^|[/._-])(?:spacer|blank|pixel|1x1|transparent|clear|placeholder|grey|tracking|beacon)"
              + "(?:[._-][^/]*)?\\.(?:gif|png|jpe?g|svg)(?:$|\\?)"
              + "|/(?:pixel|beacon|tr)\\?|doubleclick\\.|/b\\.gif|scorecardresearch");

  private static final Pattern NO_LEAD =
      Pattern.compile(
          "(?:^|[/._-])(?:logo|icon|icons|favicon|sprite|avatar|gravatar|badge|button|emoji|smil(?:ey|ies)|loader"
              + "|loading|share|facebook|twitter|arrow|rss|ads?|banner)(?:[/._-]|\\d|$)|\\.svg(?:$|\\?)|gravatar\\.com");

  private ImageAddress() {}

  /** Whether it is made for measuring or for filling gaps. */
  static boolean isNoPicture(String address) {
    return NO_PICTURE.matcher(end(address)).find();
  }

  /** Whether it is part of a page's dress, not of its content. */
  static boolean isDress(String address) {
    return NO_LEAD.matcher(end(address)).find();
  }

  /** A file's name stands at the end. */
  private static String end(String address) {
    String last = address.length() > 500 ? address.substring(address.length() - 500) : address;
    return last.toLowerCase(Locale.ROOT);
  }
}
