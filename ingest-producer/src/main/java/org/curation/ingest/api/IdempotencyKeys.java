package org.curation.ingest.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.curation.model.CanonicalJson;

/**
 * Answers a repeated request with the first one's answer. Only what was accepted is remembered, for
 * a while, in this process; without the memory a repeat is stored again, which changes nothing.
 * Safe for use by threads.
 */
final class IdempotencyKeys {
  static final String HEADER = "Idempotency-Key";
  private static final Duration SPAN = Duration.ofHours(1);
  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final int GOOD = 300;
  private static final int LOCKS = 1024;

  private final Expiring<Given> given =
      new Expiring<>(SPAN, MOST_BYTES, each -> each.answer().weight());

  /** Requests with one key wait for each other; some others may share their lock. */
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

  private record Given(String hash, Answer answer) {}

  IdempotencyKeys() {
    Arrays.setAll(locks, any -> new ReentrantLock());
  }

  /** The answer of the work, or the one that was given before. */
  Answer once(Call call, PushToken token, byte[] body, Supplier<Answer> work) {
    Optional<String> key = call.header(HEADER);
    if (key.isEmpty()) {
      return work.get();
    }
    if (!FORM.matcher(key.get()).matches()) {
      throw Problem.of(
              Problem.Kind.BAD_REQUEST, HEADER + ": expected 1 to 128 visible ASCII characters.")
          .asException();
    }
    String name = token.name() + " " + call.target() + " " + key.get();
    ReentrantLock lock = locks[Math.floorMod(name.hashCode(), LOCKS)];
    lock.lock();
    try {
      return once(name, CanonicalJson.sha256(body), work);
    } finally {
      lock.unlock();
    }
  }

  private Answer once(String name, String hash, Supplier<Answer> work) {
    Optional<Given> before = given.find(name);
    if (before.isPresent()) {
      if (!before.get().hash().equals(hash)) {
        throw Problem.of(
                Problem.Kind.KEY_REUSED,
                "This key came with another body before. Take a new key for a new request.")
            .asException();
      }
      return before.get().answer();
    }
    Answer answer = work.get();
    if (answer.status() < GOOD) {
      given.put(name, new Given(hash, answer));
    }
    return answer;
  }
}
