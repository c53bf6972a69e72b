package org.curation.enrich.link.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.curation.enrich.link.match.KeyTable;
import org.curation.enrich.link.match.Parameter;
import org.curation.enrich.link.match.Subject;
import org.curation.enrich.link.rules.Rule.In;
import org.jspecify.annotations.Nullable;

/** The rules that apply to one address: keep beats site beats global. For one thread. */
public final class ActiveRules {
  private static final Predicate<Rule> ANY = rule -> true;

  private final RuleSet rules;
  private final Subject subject;
  private final List<CompiledRule> site;
  private final Predicate<Rule> inScope;
  private @Nullable Boolean keepsAll;

  ActiveRules(RuleSet rules, Subject subject, List<CompiledRule> site) {
    this.rules = rules;
    this.subject = subject;
    this.site = site;
    this.inScope = RuleSet.inScopeOf(subject);
  }

  /** The rule that leaves the whole address as it is; null when there is none. */
  public @Nullable Rule untouched() {
    for (CompiledRule rule : site) {
      if (rule.rule().untouched()) {
        return rule.rule();
      }
    }
    for (Rule rule : rules.untouched()) {
      if (inScope.test(rule)) {
        return rule;
      }
    }
    return null;
  }

  /** The rules that may lead to another address, those of sites first. */
  public List<Rule> leading() {
    List<Rule> found = new ArrayList<>(0);
    for (CompiledRule rule : site) {
      if (!rule.rule().unwraps().isEmpty() || !rule.rule().rewrites().isEmpty()) {
        found.add(rule.rule());
      }
    }
    for (Rule rule : rules.leading()) {
      if (inScope.test(rule)) {
        found.add(rule);
      }
    }
    return found;
  }

  /** The rule that takes a parameter away; null when it stays. */
  public @Nullable Rule strips(Parameter parameter, In place) {
    Rule rule = stripping(parameter, place);
    return rule == null || keeps(parameter) ? null : rule;
  }

  private @Nullable Rule stripping(Parameter parameter, In place) {
    for (CompiledRule rule : site) {
      if (covers(rule.rule(), place)) {
        Rule found = rule.strip().first(parameter, subject, ANY);
        if (found != null) {
          return found;
        }
      }
    }
    return rules
        .strip()
        .first(parameter, subject, rule -> covers(rule, place) && inScope.test(rule));
  }

  private boolean keeps(Parameter parameter) {
    for (CompiledRule rule : site) {
      if (has(rule.keep(), parameter, ANY)) {
        return true;
      }
    }
    return keepsAll() || has(rules.keep(), parameter, inScope);
  }

  private boolean keepsAll() {
    if (keepsAll == null) {
      keepsAll = rules.keepingAll().stream().anyMatch(inScope);
    }
    return keepsAll;
  }

  private boolean has(KeyTable<Rule> table, Parameter parameter, Predicate<Rule> eligible) {
    return !table.isEmpty() && table.first(parameter, subject, eligible) != null;
  }

  private static boolean covers(Rule rule, In place) {
    return rule.in() == In.BOTH || rule.in() == place;
  }

  /** Whether a rule protects a whole fragment. */
  public boolean keepsFragment(String fragment) {
    for (CompiledRule rule : site) {
      if (keeps(rule.rule(), fragment)) {
        return true;
      }
    }
    for (Rule rule : rules.fragments()) {
      if (keeps(rule, fragment) && inScope.test(rule)) {
        return true;
      }
    }
    return false;
  }

  private static boolean keeps(Rule rule, String fragment) {
    return !rule.keepFragment().isEmpty()
        && rule.keepFragment().stream().anyMatch(pattern -> pattern.matches(fragment));
  }

  /** The rule that takes a whole fragment away; null when it stays. */
  public @Nullable Rule stripsFragment(String fragment) {
    for (CompiledRule rule : site) {
      if (strips(rule.rule(), fragment)) {
        return rule.rule();
      }
    }
    for (Rule rule : rules.fragments()) {
      if (strips(rule, fragment) && inScope.test(rule)) {
        return rule;
      }
    }
    return null;
  }

  private static boolean strips(Rule rule, String fragment) {
    return !rule.stripFragment().isEmpty()
        && rule.stripFragment().stream().anyMatch(pattern -> pattern.matches(fragment));
  }
}
