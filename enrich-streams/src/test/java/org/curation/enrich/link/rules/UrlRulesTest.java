package org.curation.enrich.link.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.curation.enrich.link.RulesFixture;
import org.curation.enrich.link.Step;
import org.curation.enrich.link.UrlCleaner;
import org.curation.enrich.yaml.Problem;
import org.curation.enrich.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrlRulesTest {
  @Test
  void shouldReportAllProblemsAtOnceWithTheirPlaces() {
    // Given
    String file =
        """
        version: x
        extend: none
        level: sure
        rules:
          - {id: Bad Id, strip: [a]}
          - {strip: [ab]}
          - {id: one, strip: [ab], stripp: [b]}
          - {id: one, keep: [ab]}
          - {id: nothing}
          - {id: re, strip: ['re:ab(']}
          - {id: wide, strip: ["*x"]}
          - {id: look, hosts: [a.org], strip: ['re:(?=a)b']}
          - {id: host, hosts: ["A.org"], strip: [ab]}
          - {id: path, paths: [search], strip: [ab]}
          - {id: when, when: [q], strip: [ab]}
          - {id: when2, when: {keys: [q]}, strip: [ab]}
          - {id: wrap, hosts: [a.org], unwrap: [{param: u, path: 're:x'}, {param: u, decode: [base46]}, {param: u, decode: json}]}
          - {id: rewrite, hosts: [a.org], rewrite: [{match: 'x'}]}
          - {id: empty, strip: []}
        disable: [wan]
        """;

    // When
    List<String> problems = RulesFixture.problems(file);

    // Then
    assertThat(problems)
        .anySatisfy(
            p ->
                assertThat(p)
                    .startsWith("url-rules.yaml:2: extend: unknown key")
                    .contains("\"extends\""))
        .anySatisfy(
            p -> assertThat(p).startsWith("url-rules.yaml:3: level: unknown value \"sure\""))
        .anySatisfy(p -> assertThat(p).startsWith("url-rules.yaml:5: rules[0].id: expected"))
        .anySatisfy(
            p -> assertThat(p).startsWith("url-rules.yaml:6: rules[1]: key \"id\" is required"))
        .anySatisfy(
            p ->
                assertThat(p)
                    .startsWith("url-rules.yaml:7: rules[2].stripp: unknown key")
                    .contains("\"strip\""))
        .anySatisfy(
            p ->
                assertThat(p).contains(":8: rules[3]: the id \"one\" is taken by url-rules.yaml:7"))
        .anySatisfy(p -> assertThat(p).contains(":9: rules[4]: the rule does nothing"))
        .anySatisfy(
            p ->
                assertThat(p)
                    .contains(":10: rules[5].strip[0]: \"re:ab(\" is no RE2 expression: ")
                    .doesNotContain("\\z"))
        .anySatisfy(p -> assertThat(p).contains(":11: rules[6].strip: a global rule's keys"))
        .anySatisfy(
            p ->
                assertThat(p)
                    .contains(":12: rules[7].strip[0]: \"re:(?=a)b\" is no RE2 expression")
                    .contains("look-around"))
        .anySatisfy(p -> assertThat(p).contains(":13: rules[8].hosts[0]: expected a host"))
        .anySatisfy(p -> assertThat(p).contains(":14: rules[9].paths[0]: a path begins with"))
        .anySatisfy(p -> assertThat(p).contains(":15: rules[10].when[0]: expected a condition"))
        .anySatisfy(p -> assertThat(p).contains(":16: rules[11].when.keys: unknown key"))
        .anySatisfy(p -> assertThat(p).contains(":17: rules[12].unwrap[0]: exactly one of"))
        .anySatisfy(
            p ->
                assertThat(p)
                    .contains(":17: rules[12].unwrap[1].decode[0]: unknown step")
                    .contains("\"base64\""))
        .anySatisfy(
            p -> assertThat(p).contains(":17: rules[12].unwrap[2]: \"decode: json\" and \"field\""))
        .anySatisfy(
            p -> assertThat(p).contains(":18: rules[13].rewrite[0]: key \"to\" is required"))
        .anySatisfy(p -> assertThat(p).contains(":18: rules[13].rewrite[0].match: expected an RE2"))
        .anySatisfy(p -> assertThat(p).contains(":19: rules[14].strip: the list is empty"))
        .anySatisfy(p -> assertThat(p).contains("url-rules.yaml:20: disable[0]: no rule \"wan\""));
  }

  @Test
  void shouldReportWhatIsNoYaml() {
    assertThat(RulesFixture.problems("rules: ["))
        .singleElement()
        .asString()
        .contains("not readable");
    assertThat(RulesFixture.problems("- x")).singleElement().asString().contains("expected a map");
    assertThat(RulesFixture.problems("rules: [x]"))
        .singleElement()
        .asString()
        .contains("expected a rule");
  }

  @Test
  void shouldExtendReplaceAndDisableTheBuiltInRules() {
    // Given
    int builtIn = UrlRules.builtIn().size();
    String rule = "rules: [{id: site.mine, strip: [mine]}]";

    // When
    RuleSet extended = RulesFixture.rules("version: mine\n" + rule);
    RuleSet replaced = RulesFixture.rules("version: mine\nextends: none\n" + rule);
    RuleSet disabled = RulesFixture.rules("version: mine\ndisable: [site.mine]\n" + rule);

    // Then
    assertThat(builtIn).isPositive();
    assertThat(extended.size()).isEqualTo(builtIn + 1);
    assertThat(extended.version()).startsWith("mine+");
    assertThat(replaced.size()).isEqualTo(1);
    assertThat(disabled.size()).isEqualTo(builtIn);
    assertThat(
            List.of(extended.hash(), replaced.hash(), disabled.hash(), UrlRules.builtIn().hash()))
        .doesNotHaveDuplicates();
    assertThat(UrlRules.builtIn().hash()).isEqualTo(UrlRules.builtIn().hash());
  }

  @Test
  void shouldLetASitesRuleTakeThePlaceOfABuiltInOne() {
    // Given
    String id = BuiltInRules.get().rules().get(0).id();

    // When
    RuleSet replaced = RulesFixture.rules("rules: [{id: %s, strip: [nothing_else]}]".formatted(id));

    // Then
    assertThat(replaced.size()).isEqualTo(UrlRules.builtIn().size());
    assertThat(new UrlCleaner(replaced).clean("https://a.org/?nothing_else=1").steps())
        .containsExactly(new Step(id, "nothing_else=1", ""));
  }

  @Test
  void shouldUseRulesUpToTheLevel() {
    String rules =
        """
        extends: none
        rules:
          - {id: a, level: conservative, strip: [aa]}
          - {id: b, strip: [bb]}
          - {id: c, level: aggressive, strip: [cc]}
        """;
    assertThat(RulesFixture.rules(rules).size()).isEqualTo(2);
    assertThat(RulesFixture.rules("level: conservative\n" + rules).size()).isEqualTo(1);
    assertThat(RulesFixture.rules("level: aggressive\n" + rules).size()).isEqualTo(3);
  }

  @Test
  void shouldUseTheBuiltInRulesWhereASiteHasNone(@TempDir Path site) {
    Problems problems = new Problems();
    RuleSet rules = UrlRules.ofSite(site, problems);
    assertThat(problems.list()).isEmpty();
    assertThat(rules.size()).isEqualTo(UrlRules.builtIn().size());
  }

  @Test
  void shouldReadClearUrlsFormat(@TempDir Path site) throws Exception {
    // Given
    Files.writeString(
        site.resolve("data.json"),
        """
        {"providers": {
          "globalRules": {"urlPattern": ".*", "rules": ["(?:%3F)?utm_[a-z]+", "[a-z]?mc"],
            "exceptions": ["^https?:\\\\/\\\\/(?:[a-z0-9-]+\\\\.)*?kept\\\\.org"]},
          "shop": {"urlPattern": "^https?:\\\\/\\\\/(?:[a-z0-9-]+\\\\.)*?shop(?:\\\\.[a-z]{2,}){1,}",
            "rules": ["qid", "p[fd]_rd_[a-z]*"], "referralMarketing": ["tag"],
            "rawRules": ["\\\\/ref=[^/?]*"], "completeProvider": false, "forceRedirection": true},
          "out": {"urlPattern": "^https?:\\\\/\\\\/(?:[a-z0-9-]+\\\\.)*?out\\\\.org",
            "redirections": ["^https?:\\\\/\\\\/out\\\\.org\\\\/go.*?[?&]u=([^&]*)"]},
          "odd": {"urlPattern": "^https?:\\\\/\\\\/odd\\\\.org", "rules": ["a(?!b)", "aa"]}
        }}
        """);
    Files.writeString(site.resolve("url-rules.yaml"), "extends: none\nclear-urls: data.json\n");
    Problems problems = new Problems();

    // When
    UrlCleaner cleaner = new UrlCleaner(UrlRules.ofSite(site, problems));

    // Then
    assertThat(problems.list()).isEmpty();
    assertThat(cleaner.clean("https://a.org/?UTM_x=1&bmc=2&c=3").clean())
        .isEqualTo("https://a.org/?c=3");
    assertThat(cleaner.clean("https://kept.org/?utm_x=1").clean())
        .isEqualTo("https://kept.org/?utm_x=1");
    assertThat(
            cleaner.clean("https://www.shop.co.uk/dp/1/ref=abc?qid=1&pf_rd_x=2&tag=3&th=1").clean())
        .isEqualTo("https://www.shop.co.uk/dp/1?tag=3&th=1");
    assertThat(cleaner.clean("https://shop.com.evil.org/?qid=1").clean())
        .isEqualTo("https://shop.com.evil.org/?qid=1");
    assertThat(cleaner.clean("https://out.org/go?u=https%3A%2F%2Fb.org%2F").clean())
        .isEqualTo("https://b.org/");
    assertThat(cleaner.clean("https://odd.org/?aa=1&a=2").clean())
        .isEqualTo("https://odd.org/?a=2");
    assertThat(cleaner.clean("https://odd.org/?aa=1").steps())
        .extracting(Step::rule)
        .containsExactly("clearurls.odd");
  }

  @Test
  void shouldReportFilesThatCanNotBeRead(@TempDir Path site) throws Exception {
    Files.writeString(
        site.resolve("url-rules.yaml"),
        "clear-urls: [missing.json, broken.json, other.json, ../outside.json]");
    Files.writeString(site.resolve("broken.json"), "{\"providers\": {");
    Files.writeString(site.resolve("other.json"), "[]");
    Problems problems = new Problems();
    UrlRules.ofSite(site, problems);
    assertThat(problems.list().stream().map(Problem::file))
        .containsExactly("url-rules.yaml", "url-rules.yaml", "broken.json", "other.json");
  }

  @Test
  void shouldTellWhereAFileOfClearUrlsIsNamedThatIsNotThere(@TempDir Path site) throws Exception {
    // Given
    Files.writeString(
        site.resolve("url-rules.yaml"), "version: x\nclear-urls: [data.mn.json, empty.json]\n");
    Files.writeString(site.resolve("data.min.json"), "{\"providers\":{}}");
    Files.writeString(site.resolve("empty.json"), "");

    // When
    Problems problems = new Problems();
    UrlRules.ofSite(site, problems);

    // Then
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "url-rules.yaml:2: clear-urls[0]: there is no file \"data.mn.json\"; did you mean"
                + " \"data.min.json\"?",
            "empty.json: expected an object \"providers\" as ClearURLs has it");
  }

  @Test
  void shouldTellOnceThatAFileIsNoText(@TempDir Path site) throws Exception {
    // Given
    Files.write(site.resolve("url-rules.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    // When
    Problems problems = new Problems();
    UrlRules.ofSite(site, problems);

    // Then
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly("url-rules.yaml: is not UTF-8 text");
  }

  @Test
  void shouldTakeListsOfNothing() {
    assertThat(RulesFixture.problems("disable: []\nclear-urls: []\nrules: []\n")).isEmpty();
    assertThat(RulesFixture.problems("disable:\nclear-urls:\nrules:\n")).isEmpty();
  }

  @Test
  void shouldTellOfRulesThatDoNothing() {
    assertThat(RulesFixture.problems("rules: [{id: a, untouched: false}]"))
        .singleElement()
        .asString()
        .contains("rules[0].untouched: the rule does nothing");
    assertThat(RulesFixture.problems("rules: [{id: a, hosts: [a.org], keep: [b], in: query}]"))
        .singleElement()
        .asString()
        .contains("rules[0].in: has no meaning without \"strip\"");
  }

  @Test
  void shouldTellOfContradictions() {
    assertThat(
            RulesFixture.problems(
                """
                rules:
                  - {id: a, hosts: [a.org], strip: [ref, ref], keep: [ref]}
                  - {id: b, hosts: [a.org], rewrite: {match: 're:(.*)/amp', to: "$2"}}
                text-fragments: true
                level:
                """))
        .containsExactly(
            "url-rules.yaml:2: rules[0].strip: \"ref\" is in the list already",
            "url-rules.yaml:2: rules[0].keep: keeps \"ref\", which \"strip\" takes away",
            "url-rules.yaml:3: rules[1].rewrite.to: there is no group 2; \"match\" has 1",
            "url-rules.yaml:4: text-fragments: unknown value \"true\"; known: keep, strip",
            "url-rules.yaml:5: level: there is nothing; say what it is, or leave the key out");
  }
}
