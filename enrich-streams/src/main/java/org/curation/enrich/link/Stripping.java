package org.curation.enrich.link;

import java.util.ArrayList;
import java.util.List;
import org.curation.enrich.link.match.Parameter;
import org.curation.enrich.link.match.Subject;
import org.curation.enrich.link.rules.ActiveRules;
import org.curation.enrich.link.rules.Rule;
import org.curation.enrich.link.rules.Rule.In;
import org.curation.enrich.link.rules.RuleOptions;
import org.curation.enrich.link.url.WebAddress;
import org.jspecify.annotations.Nullable;

/** Cuts what tracks readers out of an address; all other bytes stay. Pure. */
final class Stripping {
  private static final String TEXT_FRAGMENT = ":~:";

  private Stripping() {}

  /** The very same address when nothing is cut. */
  static WebAddress strip(Subject subject, ActiveRules active, RuleOptions options, Trail trail) {
    WebAddress address = subject.address();
    String query = address.query();
    if (query != null && !query.isEmpty()) {
      String left = without(query, subject.parameters(), In.QUERY, active, trail);
      address = query.equals(left) ? address : address.withQuery(left);
    }
    String fragment = address.fragment();
    if (fragment != null && !fragment.isEmpty() && !active.keepsFragment(fragment)) {
      String left = fragment(fragment, active, options, trail);
      address = fragment.equals(left) ? address : address.withFragment(left);
    }
    return address;
  }

  /** Without a query and a fragment in which nothing is. */
  static WebAddress withoutEmpty(WebAddress address, Trail trail) {
    WebAddress left = address;
    String query = address.query();
    if (query != null && hasNothing(query)) {
      trail.cut("empty-query", "?" + query);
      left = left.withQuery(null);
    }
    String fragment = address.fragment();
    if (fragment != null && fragment.isEmpty()) {
      trail.cut("empty-fragment", "#");
      left = left.withFragment(null);
    }
    return left;
  }

  private static boolean hasNothing(String query) {
    int at = 0;
    while (at < query.length() && query.charAt(at) == '&') {
      at++;
    }
    return at == query.length();
  }

  private static @Nullable String fragment(
      String fragment, ActiveRules active, RuleOptions options, Trail trail) {
    int directive = fragment.indexOf(TEXT_FRAGMENT);
    if (directive >= 0 && options.stripTextFragments()) {
      trail.cut("text-fragment", fragment.substring(directive));
      return directive == 0 ? null : fragment.substring(0, directive);
    }
    Rule rule = active.stripsFragment(fragment);
    if (rule != null) {
      trail.cut(rule, "#" + fragment);
      return null;
    }
    if (directive >= 0 || fragment.startsWith("/") || fragment.startsWith("!")) {
      return fragment;
    }
    int mark = fragment.indexOf('?');
    String anchor = mark < 0 ? "" : fragment.substring(0, mark);
    if (anchor.indexOf('/') >= 0 || anchor.indexOf('=') >= 0) {
      return fragment;
    }
    String parameters = mark < 0 ? fragment : fragment.substring(mark + 1);
    if (parameters.indexOf('=') < 0) {
      return fragment;
    }
    String left = without(parameters, Parameter.split(parameters), In.FRAGMENT, active, trail);
    if (parameters.equals(left)) {
      return fragment;
    }
    String rest = left == null ? anchor : mark < 0 ? left : anchor + "?" + left;
    return rest.isEmpty() ? null : rest;
  }

  /** What is left; null when that is nothing, the text itself when nothing was cut. */
  private static @Nullable String without(
      String text, List<Parameter> parameters, In place, ActiveRules active, Trail trail) {
    List<Parameter> cut = null;
    for (Parameter parameter : parameters) {
      if (parameter.folded().isEmpty() || (place == In.FRAGMENT && !parameter.hasValue())) {
        continue;
      }
      Rule rule = active.strips(parameter, place);
      if (rule != null) {
        cut = cut == null ? new ArrayList<>() : cut;
        cut.add(parameter);
        trail.cut(rule, parameter);
      }
    }
    return cut == null ? text : joined(parameters, cut);
  }

  private static @Nullable String joined(List<Parameter> parameters, List<Parameter> cut) {
    StringBuilder out = new StringBuilder();
    boolean something = false;
    boolean first = true;
    int next = 0;
    for (Parameter parameter : parameters) {
      // Both lists are in order, so one look at the next is enough.
      if (next < cut.size() && cut.get(next) == parameter) {
        next++;
        continue;
      }
      out.append(first ? "" : "&").append(parameter.raw());
      something |= !parameter.raw().isEmpty();
      first = false;
    }
    return something ? out.toString() : null;
  }
}
