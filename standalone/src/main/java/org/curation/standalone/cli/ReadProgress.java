package org.curation.standalone.cli;

import java.io.PrintStream;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How many records were read, on a terminal only: the start script knows whether it is one. */
final class ReadProgress implements LongConsumer, AutoCloseable {
  private final @Nullable ProgressBar bar;

  ReadProgress(PrintStream terminal) {
    bar =
        !Boolean.getBoolean("curate.terminal")
            ? null
            : new ProgressBarBuilder()
                .setTaskName("Reading")
                .setInitialMax(-1)
                .setConsumer(new me.tongfei.progressbar.ConsoleProgressBarConsumer(terminal))
                .build();
  }

  @Override
  public void accept(long read) {
    if (bar != null) {
      bar.stepTo(read);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
