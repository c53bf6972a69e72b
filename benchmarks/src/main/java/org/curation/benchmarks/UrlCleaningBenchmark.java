package org.curation.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.curation.enrich.link.Cleaned;
import org.curation.enrich.link.UrlCleaner;
import org.curation.enrich.link.rules.UrlRules;
import org.curation.enrich.yaml.Problems;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Addresses a second on one core, over a mix like that of newsletters and feeds: four of ten are
 * clean, three have campaign parameters, one content parameters, one a click id and a fragment, one
 * is wrapped. The same with ten times as many rules.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class UrlCleaningBenchmark {
  private static final int ADDRESSES = 2000;
  private static final String[] HOSTS = {
    "www.healthcareitnews.com",
    "www.nytimes.com",
    "example.org",
    "blog.example.co.uk",
    "medium.com",
    "www.youtube.com",
    "github.com",
    "www.bbc.co.uk",
    "www.amazon.de",
    "twitter.com",
    "www.linkedin.com",
    "jamanetwork.com",
    "www.wsj.com",
    "news.google.com",
    "www.forbes.com",
    "arxiv.org",
    "www.cms.gov",
    "hitconsultant.net",
    "ehrintelligence.com",
    "www.hhs.gov"
  };

  /** How many rules there are, as a multiple of those built in. */
  @Param({"1", "10"})
  private int rules;

  private UrlCleaner cleaner;
  private List<String> addresses;

  /** Makes rules and addresses. */
  @Setup
  public void prepare() throws IOException {
    Path site = Files.createTempDirectory("url-rules");
    Path file = site.resolve(UrlRules.SITE_FILE);
    Files.writeString(file, more((rules - 1) * UrlRules.builtIn().size()));
    Problems problems = new Problems();
    cleaner = new UrlCleaner(UrlRules.ofSite(site, problems));
    Files.delete(file);
    Files.delete(site);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.list().toString());
    }
    addresses = addresses(new Random(5));
  }

  /** All addresses once. */
  @Benchmark
  @OperationsPerInvocation(ADDRESSES)
  public void clean(Blackhole hole) {
    for (String address : addresses) {
      Cleaned cleaned = cleaner.clean(address);
      hole.consume(cleaned);
    }
  }

  private static String more(int count) {
    StringBuilder text = new StringBuilder("version: benchmark\nrules:\n");
    for (int i = 0; i <= count; i++) {
      text.append(
          i % 2 == 0
              ? "  - {id: g%d, strip: [track%d_a, track%d_b, \"pre%d_*\"]}%n".formatted(i, i, i, i)
              : "  - {id: s%d, hosts: [site%d.com, \"brand%d.*\"], strip: [ref, src]}%n"
                  .formatted(i, i, i));
    }
    return text.toString();
  }

  private static List<String> addresses(Random random) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < ADDRESSES; i++) {
      String page =
          "https://%s/%s/some-words-of-a-title-%d"
              .formatted(
                  HOSTS[random.nextInt(HOSTS.length)],
                  List.of("news", "article", "2021/03/12", "a/b").get(random.nextInt(4)),
                  random.nextInt(100_000));
      found.add(
          switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> page;
            case 4, 5 -> page + "?utm_source=newsletter&utm_medium=email&utm_campaign=week12";
            case 6 -> page + "?id=42&utm_source=newsletter&utm_content=top";
            case 7 -> page + "?id=%d&page=2&q=health+care".formatted(random.nextInt(1000));
            case 8 -> page + "?fbclid=IwAR2abcdefghij%d&ref=share#section-3".formatted(i);
            default -> wrapped(page + "?utm_source=x", random);
          });
    }
    return found;
  }

  private static String wrapped(String page, Random random) {
    String target = URLEncoder.encode(page, StandardCharsets.UTF_8);
    return switch (random.nextInt(3)) {
      case 0 -> "https://www.google.com/url?sa=t&url=" + target + "&usg=AOvVaw0";
      case 1 ->
          "https://nam02.safelinks.protection.outlook.com/?url=" + target + "&data=04%7C01%7Cx";
      default -> "https://l.facebook.com/l.php?u=" + target + "&h=AT0abc";
    };
  }

  /** Runs all of it; from anywhere. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(UrlCleaningBenchmark.class.getSimpleName()).build())
        .run();
  }
}
