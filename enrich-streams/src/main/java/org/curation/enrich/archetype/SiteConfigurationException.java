package org.curation.enrich.archetype;

import java.util.List;
import java.util.stream.Collectors;
import org.curation.enrich.yaml.Problem;

/** A site configuration that can't be used. The message has one line for each problem. */
public final class SiteConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  SiteConfigurationException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong. */
  public List<Problem> problems() {
    return problems;
  }
}
