package org.curation.enrich.link.rules;

import com.google.re2j.Matcher;
import java.util.List;
import org.curation.enrich.link.match.Expression;
import org.curation.enrich.link.match.KeyPattern;
import org.curation.enrich.link.match.Scope;
import org.curation.enrich.link.match.TextPattern;
import org.curation.enrich.link.unwrap.Template;
import org.curation.enrich.link.unwrap.Unwrap;
import org.jspecify.annotations.Nullable;

/**
 * What is done with some addresses. Unchangeable; safe for use by threads.
 *
 * @param id unique in a rule set; shown in provenance
 * @param level from which the rule is used
 * @param identifiesReader whether what it takes away is fingerprinted in provenance
 * @param scope where it applies
 * @param strip parameters that are taken away
 * @param in where those are looked for
 * @param keep parameters that stay whatever other rules say
 * @param stripFragment fragments that are taken away whole
 * @param keepFragment fragments that stay whatever other rules say
 * @param rewrites of scheme, host and path
 * @param unwraps ways to a target, the first that gives one counts
 * @param untouched whether the address stays as it is
 * @param dropQuery whether the whole query is taken away
 */
public record Rule(
    String id,
    Level level,
    boolean identifiesReader,
    Scope scope,
    List<KeyPattern> strip,
    In in,
    List<KeyPattern> keep,
    List<TextPattern> stripFragment,
    List<TextPattern> keepFragment,
    List<Rewrite> rewrites,
    List<Unwrap> unwraps,
    boolean untouched,
    boolean dropQuery) {
  /** Copies the lists. */
  public Rule {
    strip = List.copyOf(strip);
    keep = List.copyOf(keep);
    stripFragment = List.copyOf(stripFragment);
    keepFragment = List.copyOf(keepFragment);
    rewrites = List.copyOf(rewrites);
    unwraps = List.copyOf(unwraps);
  }

  /** Whether it applies to hosts of its own only. */
  public boolean isSite() {
    return !scope.hosts().isEmpty();
  }

  /** Whether it keeps every parameter, so that none has to be looked at. */
  boolean keepsAll() {
    return keep.stream().anyMatch(KeyPattern::isAny);
  }

  /** How sure a rule is, the surest first. */
  public enum Level {
    /** Known to several independent lists. */
    CONSERVATIVE,
    /** What is used unless a site says otherwise. */
    STANDARD,
    /** Also takes referrals and what one list alone knows. */
    AGGRESSIVE
  }

  /** Where parameters are looked for. */
  public enum In {
    /** In the query only. */
    QUERY,
    /** In fragments that look like a query only. */
    FRAGMENT,
    /** In both. */
    BOTH
  }

  /** Another scheme, host and path; an expression looks at {@code scheme://host[:port]/path}. */
  public sealed interface Rewrite {
    /** What the address becomes; null when the expression isn't in it. */
    @Nullable String of(String place);

    /** Whether the query goes. */
    boolean dropQuery();
  }

  /**
   * Writes all of it anew.
   *
   * @param match over all of it
   * @param to template
   * @param dropQuery whether the query goes
   */
  public record Replace(Expression match, String to, boolean dropQuery) implements Rewrite {
    @Override
    public @Nullable String of(String place) {
      Matcher matcher = match.found(place);
      return matcher == null ? null : Template.filled(to, matcher);
    }
  }

  /**
   * Cuts something out wherever it stands.
   *
   * @param what is cut out
   * @param dropQuery whether the query goes
   */
  public record Cut(Expression what, boolean dropQuery) implements Rewrite {
    @Override
    public @Nullable String of(String place) {
      String left = what.cutFrom(place);
      return left.equals(place) ? null : left;
    }
  }
}
