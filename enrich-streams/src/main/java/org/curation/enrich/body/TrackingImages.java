package org.curation.enrich.body;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.curation.enrich.body.Markup.Attribute;
import org.curation.enrich.body.Markup.Tag;
import org.jspecify.annotations.Nullable;

/** Images that nobody shall see: they only tell a server that somebody reads. Pure. */
final class TrackingImages {
  private static final Pattern NOTHING = Pattern.compile("\\s*0*[01](?:\\.0*)?\\s*(?:px)?\\s*");
  private static final Pattern NOTHING_IN_STYLE =
      Pattern.compile(
          "(?:^|[;\\s])(?:max-)?(?:width|height)\\s*:\\s*0*[01](?:\\.0+)?(?:px)?\\s*(?:;|!|$)");

  /** Hosts that serve nothing else, with all hosts below them. */
  private static final Set<String> HOSTS =
      Set.of(
          "pixel.wp.com",
          "stats.wordpress.com",
          "feeds.feedburner.com",
          "pixel.quantserve.com",
          "scorecardresearch.com",
          "google-analytics.com",
          "googletagmanager.com",
          "doubleclick.net",
          "googleadservices.com",
          "pixel.facebook.com",
          "analytics.twitter.com",
          "bat.bing.com",
          "px.ads.linkedin.com",
          "list-manage.com",
          "mailtrack.io",
          "bluekai.com",
          "krxd.net",
          "adnxs.com",
          "quantcount.com",
          "hubspotemail.net",
          "track.hubspot.com",
          "counter.theconversation.com",
          "pixel.propublica.org");

  /** Beacons on hosts that also serve something else: host, and what its path begins with. */
  private static final List<String> PATHS =
      List.of(
          "www.facebook.com/tr",
          "facebook.com/tr",
          "t.co/i/adsct",
          "feeds.feedburner.com/~r",
          "feeds.wordpress.com/1.0",
          "www.google.com/ads/measurement");

  private TrackingImages() {}

  /** Whether an {@code <img>} is one. */
  static boolean is(Tag image) {
    Attribute style = image.attribute("style");
    return Fates.isHidden(image)
        || isNothing(image.attribute("width"))
        || isNothing(image.attribute("height"))
        || (style != null
            && NOTHING_IN_STYLE.matcher(style.value().toLowerCase(Locale.ROOT)).find())
        || (image.attribute("src") != null && isBeacon(image.attribute("src").value()));
  }

  /** Whether an address is one of a known beacon. */
  static boolean isBeacon(String address) {
    String rest = address.strip().toLowerCase(Locale.ROOT);
    int slashes = rest.indexOf("//");
    if (slashes < 0 || slashes > 6) {
      return false;
    }
    rest = rest.substring(slashes + 2);
    int end = 0;
    while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String host = rest.substring(0, end);
    for (String at = host; !at.isEmpty(); at = parent(at)) {
      if (HOSTS.contains(at)) {
        return true;
      }
    }
    for (String path : PATHS) {
      if (rest.startsWith(path)
          && (rest.length() == path.length() || "/?#".indexOf(rest.charAt(path.length())) >= 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNothing(@Nullable Attribute size) {
    return size != null && NOTHING.matcher(size.value()).matches();
  }

  private static String parent(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? "" : host.substring(dot + 1);
  }
}
