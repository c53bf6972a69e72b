package org.curation.enrich.link.rules;

import java.util.List;
import org.curation.enrich.link.match.KeyPattern;
import org.curation.enrich.link.match.KeyTable;

/** A rule of sites with its keys in trees. Compared by identity. */
final class CompiledRule {
  private final int order;
  private final Rule rule;
  private final KeyTable<Rule> strip;
  private final KeyTable<Rule> keep;

  /**
   * Compiles a rule.
   *
   * @param order of the rule in its set
   */
  CompiledRule(int order, Rule rule) {
    this.order = order;
    this.rule = rule;
    this.strip = table(rule.strip(), rule);
    this.keep = table(rule.keep(), rule);
  }

  int order() {
    return order;
  }

  Rule rule() {
    return rule;
  }

  KeyTable<Rule> strip() {
    return strip;
  }

  KeyTable<Rule> keep() {
    return keep;
  }

  private static KeyTable<Rule> table(List<KeyPattern> patterns, Rule rule) {
    KeyTable<Rule> table = new KeyTable<>();
    patterns.forEach(pattern -> table.add(pattern, rule));
    return table;
  }
}
