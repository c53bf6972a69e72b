package org.curation.enrich.link.url;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A domain name in ASCII by UTS 46, non-transitional, as the URL standard asks for it. The mapping
 * is derived from what the runtime knows of Unicode: case, compatibility and composition. Pure.
 */
final class DomainToAscii {
  private static final String PREFIX = "xn--";

  private DomainToAscii() {}

  /** The name; null when it can't be one. */
  static @Nullable String convert(String domain) {
    if (isAscii(domain)) {
      String lower = domain.toLowerCase(Locale.ROOT);
      // A label that looks like punycode must be some.
      return lower.contains(PREFIX) ? labels(lower) : lower;
    }
    return labels(DomainMapping.map(domain));
  }

  private static @Nullable String labels(String mapped) {
    List<String> unicode = new ArrayList<>();
    StringBuilder out = new StringBuilder();
    for (String label : mapped.split("\\.", -1)) {
      String ascii = isAscii(label) ? label : encoded(label);
      String shown = label.startsWith(PREFIX) ? decoded(label) : label;
      if (ascii == null || shown == null || (!isAscii(shown) && !LabelRules.valid(shown))) {
        return null;
      }
      unicode.add(shown);
      out.append(out.isEmpty() && unicode.size() == 1 ? "" : ".").append(ascii);
    }
    return BidiRule.holds(unicode) ? out.toString() : null;
  }

  private static @Nullable String encoded(String label) {
    String code = Punycode.encode(label.codePoints().toArray());
    return code == null ? null : PREFIX + code;
  }

  /** What a punycode label means; null when it is written in another way than it should be. */
  private static @Nullable String decoded(String label) {
    if (!isAscii(label)) {
      return null;
    }
    String text = Punycode.decode(label.substring(PREFIX.length()));
    return text != null
            && !isAscii(text)
            && DomainMapping.map(text).equals(text)
            && Normalizer.isNormalized(text, Normalizer.Form.NFC)
            && label.equals(encoded(text))
        ? text
        : null;
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
