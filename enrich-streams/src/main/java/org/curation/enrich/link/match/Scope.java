package org.curation.enrich.link.match;

import java.util.List;

/**
 * Where a rule applies. Everything that isn't empty must hold.
 *
 * @param hosts empty for a global rule
 * @param notHosts where it doesn't apply
 * @param paths one of them must match
 * @param notPaths none of them may
 * @param when one of them must hold
 * @param unless none of them may
 */
public record Scope(
    List<HostPattern> hosts,
    List<HostPattern> notHosts,
    List<PathPattern> paths,
    List<PathPattern> notPaths,
    List<Condition> when,
    List<Condition> unless) {
  /** Copies the lists. */
  public Scope {
    hosts = List.copyOf(hosts);
    notHosts = List.copyOf(notHosts);
    paths = List.copyOf(paths);
    notPaths = List.copyOf(notPaths);
    when = List.copyOf(when);
    unless = List.copyOf(unless);
  }

  /** Whether all but {@link #hosts()} holds; those are looked up. */
  public boolean holdsOnItsHosts(Subject subject) {
    return (notHosts.isEmpty() || notHosts.stream().noneMatch(host -> host.matches(subject)))
        && (paths.isEmpty() || any(paths, subject))
        && (notPaths.isEmpty() || !any(notPaths, subject))
        && (when.isEmpty() || holdsAny(when, subject))
        && (unless.isEmpty() || !holdsAny(unless, subject));
  }

  static boolean any(List<PathPattern> paths, Subject subject) {
    for (PathPattern pattern : paths) {
      if (pattern.matches(subject)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsAny(List<Condition> conditions, Subject subject) {
    for (Condition condition : conditions) {
      if (condition.holds(subject)) {
        return true;
      }
    }
    return false;
  }
}
