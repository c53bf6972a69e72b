package org.curation.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.curation.enrich.offering.Interest;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.offering.Related;
import org.curation.model.Offering;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The five best offerings for a document whose two topics most offerings share, and whose third one
 * few have: what a round does for each curation of a changed category. The time must not grow with
 * the number of offerings.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class RelatedOfferingsBenchmark {
  /** How many offerings there are. */
  @Param({"200", "2000", "20000"})
  private int offerings;

  private OfferingIndex index;
  private Interest interest;

  /** Fills the index. */
  @Setup
  public void prepare() {
    Random random = new Random(7);
    index = new OfferingIndex();
    for (long id = 1; id <= offerings; id++) {
      List<String> categories = new ArrayList<>();
      categories.add("common " + random.nextInt(3));
      categories.add("wide " + random.nextInt(2));
      categories.add("rare " + random.nextInt(Math.max(1, offerings / 10)));
      index.change(id, new Offering(id, "Offering " + id, categories));
    }
    interest = Interest.in(List.of("common 1", "wide 1", "rare 1"), index.table(), 5, 0);
  }

  /** What decides whether a document is touched. */
  @Benchmark
  public long shown() {
    return index.shown(interest);
  }

  /** What a document shows. */
  @Benchmark
  public List<Related> related() {
    return index.relatedTo(interest);
  }

  /** Runs all of it. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder().include(RelatedOfferingsBenchmark.class.getSimpleName()).build())
        .run();
  }
}
