package org.curation.enrich.link.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.curation.enrich.link.rules.RulesFile.SiteKeys;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Problems;
import org.curation.enrich.yaml.Quoted;
import org.curation.model.CanonicalJson;
import org.curation.service.Suggestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds, reads and compiles rules: those built in and those of a site. */
public final class UrlRules {
  /** The file in a site folder. */
  public static final String SITE_FILE = "url-rules.yaml";

  private static final Logger LOG = LoggerFactory.getLogger(UrlRules.class);

  private final Problems problems;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  private UrlRules(Problems problems) {
    this.problems = problems;
  }

  /**
   * The rules that come with the program.
   *
   * @throws IllegalStateException when they are broken, which a test prevents
   */
  public static RuleSet builtIn() {
    UrlRules found = new UrlRules(new Problems());
    found.addBuiltIn();
    return found.compile(BuiltInRules.get().version(), SiteKeys.NONE);
  }

  /**
   * The rules of a site: its {@code url-rules.yaml} and what that extends; the built-in ones when
   * there is none. A site's rule takes the place of a built-in one of its id. What is wrong is
   * reported.
   */
  public static RuleSet ofSite(Path siteDir, Problems problems) {
    SiteTexts folder = new SiteTexts(siteDir);
    String text =
        folder.exists(SITE_FILE) ? folder.read(SITE_FILE, Place.file(problems, SITE_FILE)) : null;
    return text == null ? builtIn() : ofText(text, folder, problems);
  }

  private static RuleSet ofText(String text, SiteTexts folder, Problems problems) {
    UrlRules found = new UrlRules(problems);
    RulesFile site = new RulesFileReader(problems).read(SITE_FILE, text, true);
    found.texts.put(SITE_FILE, text);
    found.rules.addAll(site.rules());
    String version = site.version();
    if (site.site().builtIn()) {
      found.addBuiltIn();
      String builtIn = BuiltInRules.get().version();
      version = version.isEmpty() ? builtIn : version + "+" + builtIn;
    }
    for (SiteKeys.Named file : site.site().clearUrls()) {
      String json = folder.read(file.name(), file.place());
      if (json != null) {
        found.addClearUrls(file.name(), json);
      }
    }
    return found.compile(version, site.site());
  }

  private void addBuiltIn() {
    Set<String> replaced = rules.stream().map(Rule::id).collect(Collectors.toSet());
    texts.putAll(BuiltInRules.get().texts());
    BuiltInRules.get().rules().stream()
        .filter(rule -> !replaced.contains(rule.id()))
        .forEach(rules::add);
  }

  private void addClearUrls(String name, String json) {
    ClearUrlsReader reader = new ClearUrlsReader(name, problems);
    texts.put(name, json);
    rules.addAll(reader.read(json));
    if (!reader.skipped().isEmpty()) {
      LOG.atWarn()
          .addKeyValue("file", name)
          .addKeyValue("expressions", reader.skipped())
          .log("expressions that RE2 doesn't have were left out");
    }
  }

  private RuleSet compile(String version, SiteKeys site) {
    List<String> ids = rules.stream().map(Rule::id).toList();
    for (SiteKeys.Named rule : site.disable()) {
      if (!ids.contains(rule.name())) {
        rule.place()
            .problem("no rule " + Quoted.of(rule.name()) + Suggestion.phrase(rule.name(), ids));
      }
    }
    Set<String> disabled =
        site.disable().stream().map(SiteKeys.Named::name).collect(Collectors.toSet());
    StringBuilder all = new StringBuilder();
    // Lengths keep two different sets of files from being the same text.
    texts.forEach(
        (name, text) ->
            all.append(name).append('\n').append(text.length()).append('\n').append(text));
    return new RuleSet(
        version,
        CanonicalJson.sha256(all.toString().getBytes(StandardCharsets.UTF_8)),
        new RuleOptions(site.stripTextFragments(), site.keepPrivateHosts()),
        rules.stream()
            .filter(rule -> !disabled.contains(rule.id()))
            .filter(rule -> rule.level().compareTo(site.level()) <= 0)
            .toList());
  }
}
