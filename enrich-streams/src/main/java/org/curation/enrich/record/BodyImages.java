package org.curation.enrich.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.model.CaptureKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds the attachments that a body shows as images, in HTML ({@code <img src="…">}) and in
 * Markdown ({@code ![…](…)}). Only addresses within the curation system count: {@code
 * /api/v3/attachments/7/content}, alone or behind the system's own origin. Pure; takes time in
 * proportion to the text.
 */
public final class BodyImages {
  /** Most attachments of one body; what more it shows stays as it is. */
  public static final int MOST = 50;

  /** How far before an address its tag or its bracket may begin. */
  private static final int REACH = 4096;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "((?i:https?)://[\\w.:\\[\\]-]{1,255})?+/api/v3/attachments/([1-9][0-9]{0,17})/content(?![\\w/?#%.-])");
  private static final Pattern ORIGIN =
      Pattern.compile(
          "(https?://(?:[\\w.-]{1,253}|\\[[0-9a-f:.]{2,45}]))(:[0-9]{1,5})?/.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final String TAG = "<img";
  private static final Pattern IN_HTML =
      Pattern.compile(
          "<img(?=[\\s/\"'])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+", Pattern.CASE_INSENSITIVE);
  private static final Pattern SOURCE =
      Pattern.compile("[\\s/\"']src\\s*=\\s*[\"']?$", Pattern.CASE_INSENSITIVE);

  private BodyImages() {}

  /**
   * One place.
   *
   * @param attachmentId number of the attachment
   * @param start of its address in the body
   * @param end behind it
   */
  public record Found(String attachmentId, int start, int end) {
    /** The name of its resource. */
    public String resource() {
      return CaptureKey.BODY_IMAGE + attachmentId;
    }
  }

  /** The origin of an absolute address, in lower case and without a usual port; else null. */
  static @Nullable String origin(String address) {
    Matcher parts = ORIGIN.matcher(address);
    if (!parts.matches()) {
      return null;
    }
    String host = parts.group(1).toLowerCase(Locale.ROOT);
    String port = parts.group(2);
    String usual = host.startsWith("https:") ? ":443" : ":80";
    return port == null || port.equals(usual) ? host : host + port;
  }

  /**
   * All places, in their order, of the first {@link #MOST} attachments.
   *
   * @param origin of the curation system; null when only addresses without one can be its own
   */
  public static List<Found> find(String body, @Nullable String origin) {
    List<Found> found = new ArrayList<>();
    Set<String> attachments = new HashSet<>();
    int from = 0;
    Matcher address = ADDRESS.matcher(body);
    while (address.find()) {
      String id = address.group(2);
      int reach = Math.max(from, address.start() - REACH);
      // A possessive group that took part in a failed try keeps what it saw there.
      boolean named = address.start(1) == address.start();
      if (isOwn(named ? address.group(1) : null, origin)
          && (isMarkdown(body, reach, address) || isHtml(body, reach, address))
          && (attachments.contains(id) || attachments.size() < MOST)) {
        attachments.add(id);
        found.add(new Found(id, address.start(), address.end()));
      }
      from = address.end();
    }
    return found;
  }

  /**
   * The body with other addresses at some places, by attachment; all else stays as it is.
   *
   * @param origin of the curation system, as for {@link #find}
   */
  public static String replace(
      String body, @Nullable String origin, Map<String, String> byAttachment) {
    if (byAttachment.isEmpty()) {
      return body;
    }
    StringBuilder replaced = new StringBuilder(body.length());
    int from = 0;
    for (Found each : find(body, origin)) {
      String other = byAttachment.get(each.attachmentId());
      if (other != null) {
        replaced.append(body, from, each.start()).append(other);
        from = each.end();
      }
    }
    return replaced.append(body, from, body.length()).toString();
  }

  private static boolean isOwn(@Nullable String named, @Nullable String origin) {
    return named == null || (origin != null && origin.equals(origin(named + "/")));
  }

  /** Whether {@code ![…](} or {@code ![…](<} stands before the address. */
  private static boolean isMarkdown(String body, int reach, Matcher address) {
    int at = address.start();
    if (at > reach && body.charAt(at - 1) == '<') {
      at--;
    }
    if (at - 2 < reach || body.charAt(at - 1) != '(' || body.charAt(at - 2) != ']') {
      return false;
    }
    int depth = 0;
    for (int i = at - 2; i >= reach; i--) {
      char c = body.charAt(i);
      boolean escaped = i > reach && body.charAt(i - 1) == '\\';
      if (c == ']' && (!escaped || i == at - 2)) {
        depth++;
      } else if (c == '[' && !escaped && --depth == 0) {
        return i > reach && body.charAt(i - 1) == '!';
      }
    }
    return false;
  }

  /** Whether the address is what {@code src} of an open {@code <img} says. */
  private static boolean isHtml(String body, int reach, Matcher address) {
    int tag = address.start() - TAG.length();
    while (tag >= reach && !body.regionMatches(true, tag, TAG, 0, TAG.length())) {
      tag--;
    }
    if (tag < reach) {
      return false;
    }
    String open = body.substring(tag, address.start());
    Matcher source = SOURCE.matcher(open);
    if (!source.find()) {
      return false;
    }
    // What stands before it must be whole attributes: neither the tag nor a value is open.
    Matcher attributes = IN_HTML.matcher(open);
    attributes.region(0, source.start() + 1);
    return attributes.matches() || open.substring(0, source.start() + 1).matches("(?i)<img[\\s/]");
  }
}
