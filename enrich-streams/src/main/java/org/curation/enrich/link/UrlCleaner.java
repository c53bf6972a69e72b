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

  /** Taking something away may bring another rule into play; rounds that unwrap come on top. */
  private static final int MOST_ROUNDS = MOST_WRAPPERS + 16;

  private static final Parsed NOT_ABSOLUTE = new Parsed.Refused(Refusal.NOT_ABSOLUTE);

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
    WebAddress schemeless = parsed.equals(NOT_ABSOLUTE) ? schemeless(repaired) : null;
    if (schemeless != null) {
      trail.repaired("repair.scheme", "no scheme in front of a redirect");
      repaired = schemeless.text();
      parsed = new Parsed.Address(schemeless);
    }
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

  /**
   * Mail programs leave the scheme out. What would be a redirect with a target can be nothing else;
   * null for all other texts: they may be paths of a page that isn't known here.
   */
  private @Nullable WebAddress schemeless(String text) {
    String slashes = text.startsWith("//") ? "" : "//";
    if ((text.startsWith("/") && !slashes.isEmpty())
        || !(UrlParser.parse("https:" + slashes + text) instanceof Parsed.Address parsed)) {
      return null;
    }
    Subject subject = new Subject(parsed.address());
    ActiveRules active = rules.active(subject);
    Leading.Led led =
        active.untouched() == null ? Leading.next(subject, active, new Trail()) : null;
    return led != null && led.unwrapped() ? parsed.address() : null;
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
      Leading.Led led = Leading.next(subject, active, trail);
      if (led != null) {
        wrappers += led.unwrapped() ? 1 : 0;
        if (wrappers > MOST_WRAPPERS) {
          return null;
        }
        address = led.address();
        continue;
      }
      WebAddress next = Stripping.strip(subject, active, rules.options(), trail);
      if (next == address) {
        return Stripping.withoutEmpty(address, trail);
      }
      address = next;
    }
    return null;
  }

  private Cleaned rejected(String original, Refusal reason, List<Step> steps) {
    return new Cleaned(original, Cleaned.Outcome.REJECTED, null, null, reason, id, steps);
  }
}
