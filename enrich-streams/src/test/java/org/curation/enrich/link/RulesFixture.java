package org.curation.enrich.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.curation.enrich.link.rules.RuleSet;
import org.curation.enrich.link.rules.UrlRules;
import org.curation.enrich.yaml.Problem;
import org.curation.enrich.yaml.Problems;

/** Rule sets of tests, independent of those that come with the program. */
public final class RulesFixture {
  private RulesFixture() {}

  /** A cleaner by rules in the format of {@code url-rules.yaml}, and nothing else. */
  public static UrlCleaner cleaner(String rules) {
    return new UrlCleaner(rules("version: test\nextends: none\nrules:\n" + rules.indent(2)));
  }

  /** The rules of a site's file, which must be sound. */
  public static RuleSet rules(String file) {
    Problems problems = new Problems();
    RuleSet rules = read(file, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.list().toString());
    }
    return rules;
  }

  /** What is wrong with a site's file. */
  public static List<String> problems(String file) {
    Problems problems = new Problems();
    read(file, problems);
    return problems.list().stream().map(Problem::toString).toList();
  }

  private static RuleSet read(String file, Problems problems) {
    try {
      Path site = Files.createTempDirectory("url-rules");
      Path written = site.resolve(UrlRules.SITE_FILE);
      try {
        Files.writeString(written, file);
        return UrlRules.ofSite(site, problems);
      } finally {
        Files.deleteIfExists(written);
        Files.delete(site);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
