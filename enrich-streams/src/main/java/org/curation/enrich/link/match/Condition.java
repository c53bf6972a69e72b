package org.curation.enrich.link.match;

import java.util.List;

/**
 * Something that holds for an address or doesn't. Each list that isn't empty must have a pattern
 * that matches.
 *
 * @param keys of a parameter
 * @param paths raw
 * @param hosts of the address
 * @param urls found anywhere in the whole address
 * @param fragments the whole raw one
 */
public record Condition(
    List<KeyPattern> keys,
    List<PathPattern> paths,
    List<HostPattern> hosts,
    List<Expression> urls,
    List<TextPattern> fragments) {
  /** Copies the lists. */
  public Condition {
    keys = List.copyOf(keys);
    paths = List.copyOf(paths);
    hosts = List.copyOf(hosts);
    urls = List.copyOf(urls);
    fragments = List.copyOf(fragments);
  }

  /** Whether it holds. */
  public boolean holds(Subject subject) {
    return (paths.isEmpty() || Scope.any(paths, subject))
        && (hosts.isEmpty() || hosts.stream().anyMatch(host -> host.matches(subject)))
        && (keys.isEmpty() || hasKey(subject))
        && (fragments.isEmpty() || hasFragment(subject))
        && (urls.isEmpty() || hasUrl(subject));
  }

  private boolean hasUrl(Subject subject) {
    for (Expression url : urls) {
      if (url.isIn(subject.text(), subject.folded())) {
        return true;
      }
    }
    return false;
  }

  private boolean hasKey(Subject subject) {
    for (Parameter parameter : subject.parameters()) {
      for (KeyPattern key : keys) {
        if (key.matches(parameter, subject)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasFragment(Subject subject) {
    String fragment = subject.address().fragment();
    return fragment != null && fragments.stream().anyMatch(pattern -> pattern.matches(fragment));
  }
}
