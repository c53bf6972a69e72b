package org.curation.enrich.link.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.curation.enrich.link.match.HostTable;
import org.curation.enrich.link.match.KeyTable;
import org.curation.enrich.link.match.Subject;

/**
 * Rules, indexed by host and key: what an address costs doesn't depend on how many there are.
 * Unchangeable; safe for use by threads.
 */
public final class RuleSet {
  private final String version;
  private final String hash;
  private final RuleOptions options;
  private final int size;
  private final HostTable<CompiledRule> sites = new HostTable<>();
  private final KeyTable<Rule> strip = new KeyTable<>();
  private final KeyTable<Rule> keep = new KeyTable<>();
  private final List<Rule> keepingAll = new ArrayList<>();
  private final List<Rule> untouched = new ArrayList<>();
  private final List<Rule> leading = new ArrayList<>();
  private final List<Rule> fragments = new ArrayList<>();

  /**
   * Compiles rules.
   *
   * @param version for people
   * @param hash over the texts that the rules were read from
   * @param rules those that are used, in order
   */
  RuleSet(String version, String hash, RuleOptions options, List<Rule> rules) {
    this.version = version;
    this.hash = hash;
    this.options = options;
    this.size = rules.size();
    int order = 0;
    for (Rule rule : rules) {
      if (rule.isSite()) {
        CompiledRule compiled = new CompiledRule(order++, rule);
        rule.scope().hosts().forEach(host -> sites.add(host, compiled));
      } else {
        addGlobal(rule);
      }
    }
  }

  private void addGlobal(Rule rule) {
    rule.strip().forEach(pattern -> strip.add(pattern, rule));
    if (rule.keepsAll()) {
      keepingAll.add(rule);
    } else {
      rule.keep().forEach(pattern -> keep.add(pattern, rule));
    }
    if (rule.untouched()) {
      untouched.add(rule);
    } else if (!rule.unwraps().isEmpty() || !rule.rewrites().isEmpty()) {
      leading.add(rule);
    }
    if (!rule.stripFragment().isEmpty() || !rule.keepFragment().isEmpty()) {
      fragments.add(rule);
    }
  }

  /** As people name it. */
  public String version() {
    return version;
  }

  /** SHA-256 over what it was read from, lower-case hexadecimal. */
  public String hash() {
    return hash;
  }

  /** What isn't a rule. */
  public RuleOptions options() {
    return options;
  }

  /** How many rules there are. */
  public int size() {
    return size;
  }

  /** The rules that apply to an address. */
  public ActiveRules active(Subject subject) {
    List<CompiledRule> found = sites.find(subject);
    if (found.isEmpty()) {
      return new ActiveRules(this, subject, List.of());
    }
    List<CompiledRule> active = new ArrayList<>(found.size());
    for (CompiledRule rule : found) {
      if (!active.contains(rule) && rule.rule().scope().holdsOnItsHosts(subject)) {
        active.add(rule);
      }
    }
    active.sort(Comparator.comparingInt(CompiledRule::order));
    return new ActiveRules(this, subject, active);
  }

  KeyTable<Rule> strip() {
    return strip;
  }

  KeyTable<Rule> keep() {
    return keep;
  }

  List<Rule> fragments() {
    return fragments;
  }

  /** Global rules that keep every parameter. */
  List<Rule> keepingAll() {
    return keepingAll;
  }

  /** Global rules that leave an address as it is. */
  List<Rule> untouched() {
    return untouched;
  }

  /** Other global rules that unwrap or rewrite. */
  List<Rule> leading() {
    return leading;
  }

  static Predicate<Rule> inScopeOf(Subject subject) {
    return rule -> rule.scope().holdsOnItsHosts(subject);
  }
}
