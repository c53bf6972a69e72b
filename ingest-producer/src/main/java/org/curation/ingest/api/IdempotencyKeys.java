package org.curation.ingest.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.curation.model.CanonicalJson;

/**
 * Answers a repeated request with the first one's answer. Of one that may be stored although it was
 * not answered so, the time of receipt is remembered: the repeat is given the same one, so that
 * what is counted by it has the same version and changes nothing.
 *
 * <p>All of this is remembered for a while, within bounds, in this process. After a restart a
 * repeat has a new time of receipt; without {@code version} and {@code updatedAt} it is stored as a
 * version of its own then. Safe for use by threads.
 */
final class IdempotencyKeys {
  static final String HEADER = "Idempotency-Key";
  private static final Duration SPAN = Duration.ofHours(1);
  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final int MOST_BEGUN = 20_000;
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final int GOOD = 300;
  private static final int LOCKS = 1024;

  private final Expiring<Given> given =
      new Expiring<>(SPAN, MOST_BYTES, each -> each.answer().weight());

  /** Requests with one key wait for each other; some others may share their lock. */
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

  private final Expiring<Begun> begun = new Expiring<>(SPAN, MOST_BEGUN, any -> 1);

  private record Given(String hash, Answer answer) {}

  private record Begun(String hash, Instant received) {}

  IdempotencyKeys() {
    Arrays.setAll(locks, any -> new ReentrantLock());
  }

  /**
   * The answer of the work, or the one that was given before.
   *
   * @param work is given the time of receipt: that of the first request with the key
   */
  Answer once(
      Call call, PushToken token, byte[] body, Instant received, Function<Instant, Answer> work) {
    Optional<String> key = call.header(HEADER);
    if (key.isEmpty()) {
      return work.apply(received);
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
      return once(name, CanonicalJson.sha256(body), received, work);
    } finally {
      lock.unlock();
    }
  }

  private Answer once(String name, String hash, Instant received, Function<Instant, Answer> work) {
    Optional<Given> before = given.find(name);
    Optional<Begun> tried = begun.find(name);
    if (before.map(Given::hash).or(() -> tried.map(Begun::hash)).orElse(hash).equals(hash)) {
      return before.map(Given::answer).orElseGet(() -> attempt(name, hash, received, tried, work));
    }
    throw Problem.of(
            Problem.Kind.KEY_REUSED,
            "This key came with another body before. Take a new key for a new request.")
        .asException();
  }

  private Answer attempt(
      String name,
      String hash,
      Instant received,
      Optional<Begun> tried,
      Function<Instant, Answer> work) {
    Instant first = tried.map(Begun::received).orElse(received);
    try {
      Answer answer = work.apply(first);
      if (answer.status() < GOOD) {
        given.put(name, new Given(hash, answer));
      }
      return answer;
    } catch (RuntimeException e) {
      if (mayBeStored(e)) {
        begun.put(name, new Begun(hash, first));
      }
      throw e;
    }
  }

  private static boolean mayBeStored(RuntimeException e) {
    return !(e instanceof ProblemException problem)
        || problem.problem().kind() == Problem.Kind.UNAVAILABLE;
  }
}
