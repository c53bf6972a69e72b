package org.curation.enrich.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.curation.enrich.link.match.Parameter;
import org.curation.enrich.link.rules.Rule;
import org.curation.enrich.link.url.WebAddress;
import org.curation.model.CanonicalJson;

/**
 * Collects what was done to an address. What can identify a reader is never copied: values of rules
 * that say so, and values with an at sign, are fingerprints, in other steps too. For one thread.
 */
final class Trail {
  private static final int FINGERPRINT = 12;

  /** Shorter values are everywhere; taking them out of other steps would only garble those. */
  private static final int SECRET = 6;

  private final List<Step> steps = new ArrayList<>(0);
  private final List<String> secrets = new ArrayList<>(0);

  void repaired(String rule, String what) {
    steps.add(new Step(rule, what, ""));
  }

  /** Scheme, host and path as they were and as they are written; the query may hold secrets. */
  void normalised(String before, WebAddress after) {
    String text = after.text();
    if (text.equals(before)) {
      return;
    }
    String was = withoutQuery(before);
    String is = withoutQuery(text);
    if (!was.equals(is)) {
      steps.add(new Step("normalise", withoutUserInfo(was), withoutUserInfo(is)));
    } else {
      steps.add(new Step("normalise", "characters to be escaped", "escaped"));
    }
  }

  void led(Rule rule, WebAddress before, WebAddress after) {
    String was = before.withFragment(null).text();
    if (rule.identifiesReader()) {
      was = before.scheme() + "://" + before.host() + "/…" + fingerprint(was);
    }
    steps.add(new Step(rule.id(), withoutUserInfo(was), withoutUserInfo(after.text())));
  }

  void cut(Rule rule, Parameter parameter) {
    String value = parameter.rawValue();
    boolean reveals =
        !value.isEmpty()
            && (rule.identifiesReader() || value.indexOf('@') >= 0 || value.contains("%40"));
    if (reveals) {
      hide(value);
    }
    String raw = parameter.raw();
    String before =
        reveals ? raw.substring(0, raw.length() - value.length()) + fingerprint(value) : raw;
    steps.add(new Step(rule.id(), before, ""));
  }

  void cut(Rule rule, String text) {
    if (rule.identifiesReader()) {
      hide(text.substring(1));
    }
    steps.add(new Step(rule.id(), rule.identifiesReader() ? fingerprint(text) : text, ""));
  }

  void cut(String rule, String text) {
    steps.add(new Step(rule, text, ""));
  }

  private void hide(String value) {
    if (value.length() >= SECRET) {
      secrets.add(value);
    }
  }

  List<Step> steps() {
    if (secrets.isEmpty()) {
      return steps;
    }
    return steps.stream()
        .map(step -> new Step(step.rule(), hidden(step.before()), hidden(step.after())))
        .toList();
  }

  private String hidden(String text) {
    String result = text;
    for (String secret : secrets) {
      result = result.replace(secret, fingerprint(secret));
    }
    return result;
  }

  private static String fingerprint(String value) {
    String hash = CanonicalJson.sha256(value.getBytes(StandardCharsets.UTF_8));
    return "sha256:" + hash.substring(0, FINGERPRINT);
  }

  private static String withoutQuery(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
      end++;
    }
    return text.substring(0, end);
  }

  private static String withoutUserInfo(String text) {
    int start = text.indexOf("//");
    int end = start < 0 ? -1 : text.indexOf('/', start + 2);
    int at = start < 0 ? -1 : text.lastIndexOf('@', end < 0 ? text.length() : end);
    return at > start + 1 ? text.substring(0, start + 2) + "…" + text.substring(at) : text;
  }
}
