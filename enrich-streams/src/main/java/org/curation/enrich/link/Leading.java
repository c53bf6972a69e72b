package org.curation.enrich.link;

import org.curation.enrich.link.match.Subject;
import org.curation.enrich.link.rules.ActiveRules;
import org.curation.enrich.link.rules.Rule;
import org.curation.enrich.link.unwrap.Unwrap;
import org.curation.enrich.link.url.Parsed;
import org.curation.enrich.link.url.PublicSuffix;
import org.curation.enrich.link.url.UrlParser;
import org.curation.enrich.link.url.WebAddress;
import org.jspecify.annotations.Nullable;

/** Leads from an address to the one that it stands for. Pure. */
final class Leading {
  private Leading() {}

  /**
   * Another address.
   *
   * @param unwrapped whether this one was wrapped around it; otherwise it was written anew
   */
  record Led(WebAddress address, boolean unwrapped) {}

  /** The other address; null when this one stands for itself. */
  static @Nullable Led next(Subject subject, ActiveRules active, Trail trail) {
    for (Rule rule : active.leading()) {
      for (Unwrap unwrap : rule.unwraps()) {
        for (String target : unwrap.targets(subject)) {
          WebAddress found = accepted(target, subject);
          if (found != null) {
            trail.led(rule, subject.address(), found);
            return new Led(found, true);
          }
        }
      }
      for (Rule.Rewrite rewrite : rule.rewrites()) {
        WebAddress found = rewritten(rewrite, subject);
        if (found != null) {
          trail.led(rule, subject.address(), found);
          return new Led(found, false);
        }
      }
    }
    return null;
  }

  private static @Nullable WebAddress rewritten(Rule.Rewrite rewrite, Subject subject) {
    WebAddress address = subject.address();
    String written = rewrite.of(address.place());
    WebAddress found = written == null ? null : accepted(written, subject);
    if (found == null || grows(rewrite, found)) {
      return null;
    }
    WebAddress whole =
        new WebAddress(
            found.scheme(),
            address.userInfo(),
            found.host(),
            found.port(),
            found.path(),
            found.query() != null || rewrite.dropQuery() ? found.query() : address.query(),
            found.fragment() != null ? found.fragment() : address.fragment());
    return whole.equals(address) ? null : whole;
  }

  /** Whether its own output would get longer by it, and so on without end. */
  private static boolean grows(Rule.Rewrite rewrite, WebAddress written) {
    String place = written.place();
    String again = rewrite.of(place);
    return again != null && again.length() > place.length();
  }

  /** A target must lead somewhere that readers can reach, and elsewhere than here. */
  private static @Nullable WebAddress accepted(String target, Subject subject) {
    Parsed parsed = UrlParser.parse(CopyRepair.repair(target, null));
    if (!(parsed instanceof Parsed.Address found)) {
      return null;
    }
    WebAddress address = found.address();
    return PublicSuffix.isDomain(address.host()) && !address.equals(subject.address())
        ? address
        : null;
  }
}
