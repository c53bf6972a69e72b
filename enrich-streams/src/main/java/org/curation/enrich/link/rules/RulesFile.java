package org.curation.enrich.link.rules;

import java.util.List;
import org.curation.enrich.yaml.Place;

/**
 * What stands in one file of rules.
 *
 * @param version as people name it
 * @param site what only a site's file says
 * @param rules in order
 */
record RulesFile(String version, SiteKeys site, List<Rule> rules) {
  RulesFile {
    rules = List.copyOf(rules);
  }

  /**
   * Keys of a site's file.
   *
   * @param builtIn whether the rules are added to the built-in ones
   * @param disable ids of rules that aren't used
   * @param level up to which rules are used
   * @param clearUrls names of files in ClearURLs' format
   * @param stripTextFragments whether {@code #:~:text=} goes
   * @param keepPrivateHosts whether hosts that readers can't reach are taken
   */
  record SiteKeys(
      boolean builtIn,
      List<Named> disable,
      Rule.Level level,
      List<Named> clearUrls,
      boolean stripTextFragments,
      boolean keepPrivateHosts) {
    static final SiteKeys NONE =
        new SiteKeys(true, List.of(), Rule.Level.STANDARD, List.of(), false, false);

    /**
     * A name that something must have.
     *
     * @param place where it stands, for problems
     */
    record Named(String name, Place place) {}

    SiteKeys {
      disable = List.copyOf(disable);
      clearUrls = List.copyOf(clearUrls);
    }
  }
}
