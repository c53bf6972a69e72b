package org.curation.enrich.link.unwrap;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;
import org.curation.enrich.link.match.Expression;
import org.curation.enrich.link.match.KeyPattern;
import org.curation.enrich.link.match.Parameter;
import org.curation.enrich.link.match.Subject;
import org.curation.enrich.link.url.PercentDecoder;
import org.curation.enrich.link.url.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * One way to a wrapper's target. Linear; safe for use by threads.
 *
 * @param source where it stands
 * @param cut what stands in front of it and must; may be empty
 * @param decoding steps in order
 * @param fields members of a JSON object, the first that is there counts
 * @param match over the whole decoded value, whose last group is the target; null for all of it
 * @param to template instead of the target; null for the target itself
 * @param scheme what a target without one gets, {@link #OF_WRAPPER} for the wrapper's own; null for
 *     none
 * @param keepQuery whether the wrapper's query and fragment belong to the target
 */
public record Unwrap(
    Source source,
    String cut,
    List<Decoding> decoding,
    List<String> fields,
    @Nullable Expression match,
    @Nullable String to,
    @Nullable String scheme,
    boolean keepQuery) {
  /** Instead of a scheme: that of the wrapper. */
  public static final String OF_WRAPPER = "wrapper";

  /** How often a target is decoded once more: each redirect on its way may have escaped it. */
  private static final int MOST_AGAIN = 3;

  /** What isn't said otherwise; groups of a template are taken raw then. */
  private static final List<Decoding> AS_IT_IS = List.of(Decoding.PERCENT);

  /** Copies the lists. */
  public Unwrap {
    decoding = List.copyOf(decoding);
    fields = List.copyOf(fields);
  }

  /** What may be targets, the likelier first. Whether they are addresses is not checked. */
  public List<String> targets(Subject subject) {
    return switch (source) {
      case Source.Defense any -> defense(subject);
      case Source.Param param -> params(param, subject);
      case Source.Part part -> part(part, subject);
    };
  }

  private static List<String> defense(Subject subject) {
    String u =
        subject.parameters().stream()
            .filter(parameter -> parameter.folded().equals("u"))
            .map(Parameter::rawValue)
            .findFirst()
            .orElse(null);
    String target = UrlDefense.decode(subject.address().pathQueryFragment(), u);
    return target == null ? List.of() : List.of(target);
  }

  private List<String> params(Source.Param param, Subject subject) {
    List<String> found = new ArrayList<>(1);
    for (KeyPattern key : param.keys()) {
      for (Parameter parameter : subject.parameters()) {
        if (key.matches(parameter, subject)) {
          String value = decoded(parameter.rawValue());
          add(found, value == null ? null : matched(value), subject.address());
        }
      }
    }
    return found;
  }

  private List<String> part(Source.Part part, Subject subject) {
    WebAddress address = subject.address();
    String text =
        switch (part.component()) {
          case URL -> subject.text();
          case PATH -> address.path();
          case QUERY -> address.query();
          case FRAGMENT -> address.fragment();
        };
    Matcher matcher = text == null ? null : part.pattern().found(text);
    if (matcher == null) {
      return List.of();
    }
    List<String> found = new ArrayList<>(1);
    if (to != null && decoding.equals(AS_IT_IS)) {
      found.add(Template.filled(to, matcher));
      return found;
    }
    String raw = lastGroup(matcher);
    if (raw == null) {
      return found;
    }
    // A path holds the target as it is more often than escaped; only the latter is decoded.
    boolean plain = isPlainTarget(raw) && decoding.equals(AS_IT_IS);
    String value = plain ? raw : decoded(raw);
    add(found, value == null ? null : matched(value), address);
    return found;
  }

  private boolean isPlainTarget(String raw) {
    if (hasScheme(raw)) {
      return true;
    }
    int slash = raw.indexOf('/');
    String host = slash < 0 ? raw : raw.substring(0, slash);
    return scheme != null && host.indexOf('%') < 0;
  }

  private @Nullable String decoded(String raw) {
    if (!raw.startsWith(cut)) {
      return null;
    }
    String value = raw.substring(cut.length());
    for (Decoding step : decoding) {
      value = step == Decoding.JSON ? JsonMember.find(value, fields) : step.decode(value);
      if (value == null) {
        return null;
      }
    }
    String again = value;
    for (int i = 0; i < MOST_AGAIN && !hasScheme(again) && again.indexOf('%') >= 0; i++) {
      again = PercentDecoder.decode(again);
    }
    return hasScheme(again) ? again : value;
  }

  private @Nullable String matched(String value) {
    if (match == null) {
      return value;
    }
    Matcher matcher = match.found(value);
    return matcher == null ? null : lastGroup(matcher);
  }

  private void add(List<String> found, @Nullable String value, WebAddress wrapper) {
    if (value == null || value.isBlank()) {
      return;
    }
    if (to != null) {
      found.add(to.replace("$1", value));
      return;
    }
    String target = value.strip();
    if (!hasScheme(target)) {
      if (target.startsWith("//")) {
        target = wrapper.scheme() + ":" + target;
      } else if (scheme != null) {
        target = (scheme.equals(OF_WRAPPER) ? wrapper.scheme() : scheme) + "://" + target;
      } else {
        return;
      }
    }
    found.add(keepQuery ? withQuery(target, wrapper) : target);
  }

  private static String withQuery(String target, WebAddress wrapper) {
    StringBuilder out = new StringBuilder(target);
    String query = wrapper.query();
    if (query != null) {
      out.append(target.indexOf('?') < 0 ? '?' : '&').append(query);
    }
    String fragment = wrapper.fragment();
    if (fragment != null) {
      out.append('#').append(fragment);
    }
    return out.toString();
  }

  private static @Nullable String lastGroup(Matcher matcher) {
    for (int i = matcher.groupCount(); i >= 0; i--) {
      String group = matcher.group(i);
      if (group != null) {
        return group;
      }
    }
    return null;
  }

  /** Some servers make one slash of two. */
  private static boolean hasScheme(String text) {
    return text.regionMatches(true, 0, "https:/", 0, 7)
        || text.regionMatches(true, 0, "http:/", 0, 6);
  }
}
