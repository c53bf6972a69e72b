package org.curation.enrich.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.model.CaptureKey;

/**
 * Finds the attachments that a body shows as images, in HTML ({@code <img src="…">}) and in
 * Markdown ({@code ![…](…)}). Only addresses within the curation system count, such as {@code
 * /api/v3/attachments/7/content}. Pure; takes time in proportion to the text.
 */
public final class BodyImages {
  /** Most attachments of one body; what more it shows stays as it is. */
  public static final int MOST = 50;

  /** How far before an address its tag or its bracket may begin. */
  private static final int REACH = 4096;

  private static final Pattern ADDRESS =
      Pattern.compile("/api/v3/attachments/([1-9][0-9]{0,17})/content(?![\\w/?#%.-])");
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

  /** All places, in their order, of the first {@link #MOST} attachments. */
  public static List<Found> find(String body) {
    List<Found> found = new ArrayList<>();
    Set<String> attachments = new HashSet<>();
    int from = 0;
    Matcher address = ADDRESS.matcher(body);
    while (address.find()) {
      String id = address.group(1);
      int reach = Math.max(from, address.start() - REACH);
      if ((isMarkdown(body, reach, address) || isHtml(body, reach, address))
          && (attachments.contains(id) || attachments.size() < MOST)) {
        attachments.add(id);
        found.add(new Found(id, address.start(), address.end()));
      }
      from = address.end();
    }
    return found;
  }

  /** The body with other addresses at some places, by attachment; all else stays as it is. */
  public static String replace(String body, Map<String, String> byAttachment) {
    if (byAttachment.isEmpty()) {
      return body;
    }
    StringBuilder replaced = new StringBuilder(body.length());
    int from = 0;
    for (Found each : find(body)) {
      String other = byAttachment.get(each.attachmentId());
      if (other != null) {
        replaced.append(body, from, each.start()).append(other);
        from = each.end();
      }
    }
    return replaced.append(body, from, body.length()).toString();
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
