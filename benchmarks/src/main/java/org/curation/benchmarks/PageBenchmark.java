package org.curation.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.curation.enrich.page.PageFacts;
import org.curation.enrich.page.PageJson;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Facts of a generated page of about 110,000 characters on one thread. The reference is parsing it
 * and nothing more.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class PageBenchmark {
  private static final int LENGTH = 110_000;
  private static final String[] WORDS =
      "boat quay rope wind tide lamp crew sail knot pier fish moon salt tar".split(" ");

  private String tagged;
  private String untagged;

  /** Makes the pages; the same ones in each run. */
  @Setup
  public void prepare() {
    tagged = page(head());
    untagged = page("<title>Boats come home early - Harbour Post</title>");
  }

  /** Reference. */
  @Benchmark
  public Document parse() {
    return Jsoup.parse(tagged);
  }

  /** A page with all tags, to the JSON that is written of it. */
  @Benchmark
  public Object taggedPage() {
    return PageJson.values(PageFacts.read(tagged, "https://www.example.org/a/1", null));
  }

  /** A page without tags: all fallbacks. */
  @Benchmark
  public Object untaggedPage() {
    return PageJson.values(PageFacts.read(untagged, "https://www.example.org/a/1", null));
  }

  private static String head() {
    return """
        <title>Boats come home early - Harbour Post</title>
        <meta property="og:title" content="Boats come home early"><meta property="og:site_name" content="Harbour Post">
        <meta property="og:description" content="The wind had turned, and nobody on the quay minded.">
        <meta property="og:image" content="https://www.example.org/i.jpg"><meta name="author" content="By Ann Bell">
        <link rel="canonical" href="/a/1"><link rel="icon" href="/i.png" sizes="32x32">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
        "headline":"Boats come home early","author":[{"@id":"#a"}],"datePublished":"2024-03-05T08:30:00+01:00"},
        {"@type":"Person","@id":"#a","name":"Ann Bell"}]}</script>
        """;
  }

  private static String page(String head) {
    Random random = new Random(5);
    StringBuilder page =
        new StringBuilder("<html lang=\"en\"><head>").append(head).append("</head><body>");
    page.append("<nav class=\"menu\">");
    for (int i = 0; i < 120; i++) {
      page.append("<li class=\"menu-item item-%d\"><a href=\"/t/%d\"><span>".formatted(i, i));
      page.append(words(random, 2)).append("</span></a></li>");
    }
    page.append("</nav><main><article class=\"post hentry\"><h1>Boats come home early</h1>");
    page.append("<div class=\"byline\">By Ann Bell</div><p class=\"date\">March 5, 2024</p>");
    while (page.length() < LENGTH) {
      page.append("<div class=\"block wp-block\"><p>")
          .append(words(random, 60))
          .append(" <a href=\"/x\">");
      page.append(words(random, 3))
          .append(
              "</a>.</p><figure><img src=\"/i/%d.jpg\" width=\"640\">"
                  .formatted(random.nextInt(1000)))
          .append("</figure></div>");
      page.append(
          "<script>var a%d = {\"k\": \"%s\"};</script>"
              .formatted(page.length(), words(random, 40)));
    }
    return page.append("</article></main><footer>© 2024</footer></body></html>").toString();
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return words.toString();
  }

  /** Runs all of it. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(PageBenchmark.class.getSimpleName()).build()).run();
  }
}
