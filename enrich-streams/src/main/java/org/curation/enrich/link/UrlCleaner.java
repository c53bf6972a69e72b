package org.curation.enrich.link;

import java.util.List;
import org.curation.enrich.link.match.Subject;
import org.curation.enrich.link.rules.ActiveRules;
import org.curation.enrich.link.rules.RuleSet;
import org.curation.enrich.link.rules.UrlRules;
import org.curation.enrich.link.url.Parsed;
import org.curation.enrich.link.url.PublicSuffix;
import org.curation.enrich.link.url.Refusal;
import org.curation.enrich.link.url.UrlParser;
import org.curation.enrich.link.url.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Cleans addresses: repairs, parses, unwraps, strips, and writes them as the URL standard does. No
 * network. Never throws; takes time linear in the length; cleaning a clean address changes nothing.
 * Safe for use by threads.
 */
public final class UrlCleaner {
  /** How many wrappers are taken off one address. */
  public static final int MOST_WRAPPERS = 8;

  /** Taking something away may bring another rule into play; sound rules need two rounds. */
  private static final int MOST_ROUNDS = 16;

  private final RuleSet rules;
  private final Cleaned.RulesId id;

  /** Cleans by these rules. */
  public UrlCleaner(RuleSet rules) {
    this.rules = rules;
    this.id = new Cleaned.RulesId(rules.version(), rules.hash());
  }

  /** Cleans by the rules that come with the program. */
  public static UrlCleaner builtIn() {
    return new UrlCleaner(UrlRules.builtIn());
  }

  /** The rules. */
  public RuleSet rules() {
    return rules;
  }

  /** Cleans an address. */
  public Cleaned clean(String original) {
    if (original.length() > UrlParser.MAX_LENGTH) {
      return rejected(original, Refusal.TOO_LONG, List.of());
    }
    Trail trail = new Trail();
    String repaired = CopyRepair.repair(original, trail);
    Parsed parsed = UrlParser.parse(repaired);
    if (parsed instanceof Parsed.Refused refused) {
      return rejected(original, refused.reason(), trail.steps());
    }
    WebAddress address = ((Parsed.Address) parsed).address();
    if (!rules.options().keepPrivateHosts() && !PublicSuffix.isPublic(address.host())) {
      return rejected(original, Refusal.NOT_PUBLIC, trail.steps());
    }
    if (address.text().length() > UrlParser.MAX_LENGTH) {
      return rejected(original, Refusal.TOO_LONG, trail.steps());
    }
    trail.normalised(repaired, address);
    WebAddress clean = settled(address, trail);
    if (clean == null) {
      return rejected(original, Refusal.TOO_DEEP, trail.steps());
    }
    String text = clean.text();
    if (text.length() > UrlParser.MAX_LENGTH) {
      return rejected(original, Refusal.TOO_LONG, trail.steps());
    }
    return new Cleaned(
        original,
        text.equals(original) ? Cleaned.Outcome.UNCHANGED : Cleaned.Outcome.CLEANED,
        text,
        AddressKey.of(clean),
        null,
        id,
        trail.steps());
  }

  /** The address when no rule changes it any more; null when too much is wrapped around it. */
  private @Nullable WebAddress settled(WebAddress first, Trail trail) {
    WebAddress address = first;
    int wrappers = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Subject subject = new Subject(address);
      ActiveRules active = rules.active(subject);
      if (active.untouched() != null) {
        return address;
      }
      WebAddress next = Leading.next(subject, active, trail);
      if (next != null) {
        wrappers++;
        if (wrappers > MOST_WRAPPERS) {
          return null;
        }
        address = next;
        continue;
      }
      next = Stripping.strip(subject, active, rules.options(), trail);
      if (next == address) {
        return address;
      }
      address = next;
    }
    return null;
  }

  private Cleaned rejected(String original, Refusal reason, List<Step> steps) {
    return new Cleaned(original, Cleaned.Outcome.REJECTED, null, null, reason, id, steps);
  }
}
