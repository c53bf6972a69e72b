package org.curation.enrich.link.rules;

/**
 * What a site may choose besides rules.
 *
 * @param stripTextFragments whether {@code #:~:text=…} goes
 * @param keepPrivateHosts whether hosts that readers can't reach are taken
 */
public record RuleOptions(boolean stripTextFragments, boolean keepPrivateHosts) {
  /** What is used when nothing is said. */
  public static final RuleOptions DEFAULT = new RuleOptions(false, false);
}
