package org.curation.enrich.link.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.curation.enrich.archetype.Place;
import org.curation.enrich.archetype.Problem;
import org.curation.enrich.archetype.Problems;
import org.curation.enrich.link.rules.RulesFile.SiteKeys;
import org.curation.model.CanonicalJson;
import org.curation.service.Suggestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds, reads and compiles rules: those built in and those of a site. */
public final class UrlRules {
  /** The file in a site folder. */
  public static final String SITE_FILE = "url-rules.yaml";

  private static final Logger LOG = LoggerFactory.getLogger(UrlRules.class);
  private static final String FOLDER = "/url-rules/";

  private final Problems problems;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final RulesFileReader reader;
  private String version = "";

  private UrlRules(Problems problems) {
    this.problems = problems;
    this.reader = new RulesFileReader(problems);
  }

  /**
   * The rules that come with the program.
   *
   * @throws IllegalStateException when they are broken, which a test prevents
   */
  public static RuleSet builtIn() {
    Problems problems = new Problems();
    UrlRules found = new UrlRules(problems);
    found.readBuiltIn();
    RuleSet set = found.compile(SiteKeys.NONE);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return set;
  }

  /**
   * The rules of a site: its {@code url-rules.yaml} and what that extends; the built-in ones when
   * there is none. What is wrong is reported.
   */
  public static RuleSet ofSite(Path siteDir, Problems problems) {
    SiteTexts folder = new SiteTexts(siteDir, problems);
    return folder.exists(SITE_FILE)
        ? ofText(folder.read(SITE_FILE), folder, problems)
        : ofText("extends: built-in", folder, problems);
  }

  /** Rules from the text of a site's file. */
  static RuleSet ofText(String text, SiteTexts folder, Problems problems) {
    UrlRules found = new UrlRules(problems);
    RulesFile site = found.read(SITE_FILE, text, true);
    if (site.site().builtIn()) {
      found.readBuiltIn();
    }
    for (String name : site.site().clearUrls()) {
      String json = folder.read(name);
      ClearUrlsReader clearUrls = new ClearUrlsReader(name, problems);
      found.texts.put(name, json);
      found.rules.addAll(json.isEmpty() ? List.of() : clearUrls.read(json));
      if (!clearUrls.skipped().isEmpty()) {
        LOG.atWarn()
            .addKeyValue("file", name)
            .addKeyValue("expressions", clearUrls.skipped())
            .log("expressions that RE2 doesn't have were left out");
      }
    }
    return found.compile(site.site());
  }

  private RulesFile read(String name, String text, boolean ofSite) {
    RulesFile file = reader.read(name, text, ofSite);
    texts.put(name, text);
    rules.addAll(file.rules());
    version = version.isEmpty() ? file.version() : join(version, file.version());
    return file;
  }

  private static String join(String first, String second) {
    return second.isEmpty() || second.equals(first) ? first : first + "+" + second;
  }

  private void readBuiltIn() {
    for (String line : resource("index.txt").split("\n")) {
      String name = line.strip();
      if (!name.isEmpty() && !name.startsWith("#")) {
        read(name, resource(name), false);
      }
    }
  }

  private RuleSet compile(SiteKeys site) {
    List<String> ids = rules.stream().map(Rule::id).toList();
    for (String id : site.disable()) {
      if (!ids.contains(id)) {
        Place.file(problems, SITE_FILE)
            .problem("disable: no rule \"" + id + "\"" + Suggestion.phrase(id, ids));
      }
    }
    StringBuilder all = new StringBuilder();
    texts.forEach((name, text) -> all.append(name + "\n" + text.length() + "\n" + text));
    return new RuleSet(
        version,
        CanonicalJson.sha256(all.toString().getBytes(StandardCharsets.UTF_8)),
        new RuleOptions(site.stripTextFragments(), site.keepPrivateHosts()),
        rules.stream()
            .filter(rule -> !site.disable().contains(rule.id()))
            .filter(rule -> rule.level().compareTo(site.level()) <= 0)
            .toList());
  }

  private static String resource(String name) {
    try (InputStream in = UrlRules.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("can't read the resource " + FOLDER + name, e);
    }
  }
}
