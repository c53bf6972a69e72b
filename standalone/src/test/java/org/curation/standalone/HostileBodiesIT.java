package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real browser loads what became of attacks, moves over everything and follows every link that
 * leads to code. Nothing may run and nothing may be loaded; without the lists much does.
 */
class HostileBodiesIT {
  private static final long MIXES_SEED = 20261125L;
  private static final List<String> BETWEEN =
      List.of("", " ", "\n", "\n\n", "`", "\n- ", "\n> ", "|");
  private static final int PAGES_AT_ONCE = 150;
  private static final Pattern RESULT = Pattern.compile("data-result=\"([^\"]*)\"");
  private static final Pattern OF_THE_BROWSER =
      Pattern.compile("\\w+ (?:https?://)?[\\w.-]+\\.(?:google|googleapis|gvt1)\\.com[:/].*");
  private static final Pattern CANARY = Pattern.compile(".*/canary/(\\d+).*");

  @TempDir Path folder;

  private String browser = "";

  @BeforeEach
  void requireTools() {
    boolean hugo =
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "hugo")));
    Optional<String> found = HeadlessBrowser.find();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(hugo).as("hugo is on the PATH; .ci/install-tools installs it").isTrue();
      assertThat(found).as("chromium is on the PATH; .ci/install-tools installs it").isPresent();
    }
    assumeTrue(
        hugo && found.isPresent(),
        "needs hugo and chromium on the PATH; install Debian's packages to run this test");
    browser = found.orElseThrow();
  }

  @Test
  void shouldLeaveNothingThatRuns() throws Exception {
    // Given
    HostileSite site = new HostileSite(Files.createDirectory(folder.resolve("site")));
    for (String attack : HostileMarkup.all()) {
      site.body("html", attack);
      site.body("markdown", attack);
      site.frontMatter("front", attack);
    }

    // When
    Report report = load(site);

    // Then
    assertThat(HostileMarkup.all()).hasSizeGreaterThan(350);
    assertThat(named(site, report.fired())).as("code that ran").isEmpty();
    assertThat(report.found()).as("what could run when it is touched").isEmpty();
    assertThat(report.asked()).as("what was loaded").isEmpty();
  }

  @Test
  void shouldLeaveNothingThatRunsWhenAttacksMeet() throws Exception {
    // Given
    HostileSite site = new HostileSite(Files.createDirectory(folder.resolve("site")));
    List<String> attacks = HostileMarkup.all();
    Random random = new Random(MIXES_SEED);
    for (int i = 0; i < 300; i++) {
      StringBuilder mixed = new StringBuilder();
      int parts = 2 + random.nextInt(4);
      for (int j = 0; j < parts; j++) {
        String attack = attacks.get(random.nextInt(attacks.size()));
        int cut = random.nextInt(4) == 0 ? random.nextInt(attack.length()) : attack.length();
        mixed.append(attack, 0, cut).append(BETWEEN.get(random.nextInt(BETWEEN.size())));
      }
      site.body("html", mixed.toString());
      site.body("markdown", mixed.toString());
    }

    // When
    Report report = load(site);

    // Then
    assertThat(named(site, report.fired())).as("code that ran").isEmpty();
    assertThat(report.found()).as("what could run when it is touched").isEmpty();
    assertThat(report.asked()).as("what was loaded").isEmpty();
  }

  @Test
  void shouldSeeWhatRunsWithoutTheLists() throws Exception {
    // Given
    HostileSite site = new HostileSite(Files.createDirectory(folder.resolve("site")));
    for (String attack : HostileMarkup.written()) {
      site.body("as-curated", attack);
    }

    // When
    Report report = load(site);

    // Then
    TreeSet<Integer> seen = new TreeSet<>(report.fired());
    report.asked().stream()
        .map(CANARY::matcher)
        .filter(Matcher::matches)
        .forEach(canary -> seen.add(Integer.parseInt(canary.group(1))));
    assertThat(seen).hasSizeGreaterThan(site.attacks().size() * 2 / 3);
  }

  /**
   * What a browser did.
   *
   * @param fired pages whose code ran
   * @param found attributes and addresses that could run
   * @param asked requests that no page of readers should make
   */
  private record Report(TreeSet<Integer> fired, List<String> found, List<String> asked) {}

  private Report load(HostileSite site) throws IOException, InterruptedException {
    Map<String, byte[]> pages = new ConcurrentHashMap<>(site.build());
    List<Integer> ids = List.copyOf(site.attacks().keySet());
    Report report = new Report(new TreeSet<>(), new ArrayList<>(), new ArrayList<>());
    try (RecordingServer server = new RecordingServer(pages)) {
      HeadlessBrowser chromium = new HeadlessBrowser(browser, server.address(), folder);
      for (int from = 0; from < ids.size(); from += PAGES_AT_ONCE) {
        List<Integer> some = ids.subList(from, Math.min(ids.size(), from + PAGES_AT_ONCE));
        String path = "/batch/" + from;
        pages.put(path, BatchPage.of(some).getBytes(StandardCharsets.UTF_8));
        read(chromium.load(server.address() + path), some, report);
      }
      server.asked().stream()
          .filter(HostileBodiesIT::isUnexpected)
          .distinct()
          .forEach(report.asked()::add);
    }
    return report;
  }

  /**
   * Pages, what they may show from beside them or from the one host that images come from, and what
   * the browser wants for itself.
   */
  private static boolean isUnexpected(String request) {
    return !request.startsWith("GET /batch/")
        && !request.startsWith("GET /v/")
        && !request.equals("GET /favicon.ico")
        && !request.equals("CONNECT example.org:443")
        && !OF_THE_BROWSER.matcher(request).matches();
  }

  private static void read(String shown, List<Integer> ids, Report report) {
    Matcher result = RESULT.matcher(shown);
    assertThat(result.find()).as("the page came to its end: %s", shown).isTrue();
    String[] parts = result.group(1).split("\\|", -1);
    assertThat(Integer.parseInt(parts[0])).as("pages that were looked at").isEqualTo(ids.size());
    for (String id : parts[1].split(",", -1)) {
      if (!id.isEmpty()) {
        report.fired().add(Integer.parseInt(id));
      }
    }
    for (String found : parts[2].split(";", -1)) {
      if (!found.isEmpty()) {
        report.found().add(found);
      }
    }
  }

  private static Map<Integer, String> named(HostileSite site, TreeSet<Integer> ids) {
    Map<Integer, String> named = new TreeMap<>();
    ids.forEach(id -> named.put(id, site.attacks().get(id)));
    return named;
  }
}
