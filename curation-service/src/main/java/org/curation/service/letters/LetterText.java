package org.curation.service.letters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/** Letters for people and for programs. What comes from outside is stripped of controls. Pure. */
public final class LetterText {
  /** The head of the table that {@link #row} fills. */
  public static final String HEAD =
      "%-44s %-20s %-20s %8s  %-24s %s"
          .formatted("LETTER", "REASON", "FAILED", "REDRIVEN", "KEY", "MESSAGE");

  private static final int SHOWN = 120;
  private static final int DUMPED = 4096;
  private static final int LINE = 16;

  private LetterText() {}

  /** One line of the table. */
  public static String row(Letter letter) {
    Decision decision = letter.decision();
    String said =
        decision == null
            ? letter.message()
            : "[%s by %s%s] %s"
                .formatted(
                    decision.what(),
                    decision.by(),
                    decision.why() == null ? "" : ": " + decision.why(),
                    letter.message());
    return "%-44s %-20s %-20s %8d  %-24s %s"
        .formatted(
            clean(letter.id()),
            clean(letter.reason()),
            letter.time().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
            letter.redriveCount(),
            letter.key() == null ? "-" : clean(letter.key()),
            shortened(clean(said)));
  }

  /** One JSON object on one line. */
  public static String json(Letter letter) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("id", letter.id()).put("stage", letter.stage()).put("reason", letter.reason());
    node.put("message", letter.message()).put("origin", letter.origin()).put("key", letter.key());
    node.put("time", letter.time().toString());
    node.put("firstFailure", letter.firstFailure().toString());
    node.put("redriveCount", letter.redriveCount()).put("redriveOf", letter.redriveOf());
    node.put("bytes", letter.bytes());
    Decision decision = letter.decision();
    if (decision != null) {
      ObjectNode decided = node.putObject("decision");
      decided.put("what", decision.what()).put("by", decision.by()).put("why", decision.why());
      decided.put("at", decision.at() == null ? null : decision.at().toString());
      decided.put("valueSha256", decision.valueSha256());
    }
    return node.toString();
  }

  /** What became of a letter, on one line. */
  public static String outcome(Outcome outcome, boolean dryRun) {
    String what =
        switch (outcome.kind()) {
          case REDRIVEN -> dryRun ? "would redrive" : "redriven";
          case DISCARDED -> dryRun ? "would discard" : "discarded";
          case REFUSED -> dryRun ? "would refuse" : "refused";
        };
    String detail = outcome.detail();
    return "%-9s %s%s"
        .formatted(
            what,
            clean(outcome.letter().id()),
            detail == null
                ? ""
                : (outcome.kind() == Outcome.Kind.REFUSED ? ": " : " to ") + clean(detail));
  }

  /** The same as one JSON object. */
  public static String outcomeJson(Outcome outcome, boolean dryRun) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("id", outcome.letter().id());
    node.put("outcome", outcome.kind().name().toLowerCase(Locale.ROOT));
    node.put("detail", outcome.detail()).put("dryRun", dryRun);
    return node.toString();
  }

  /** Everything about a letter, from all of its records that are left. */
  public static String page(List<ConsumerRecord<byte[], byte[]>> history) {
    StringBuilder text = new StringBuilder();
    ConsumerRecord<byte[], byte[]> last = history.get(history.size() - 1);
    Letter letter = Letter.of(last);
    Decision state = letter.decision();
    line(text, "letter", letter.id());
    line(text, "state", state == null ? "open" : state.what() + " by " + state.by());
    for (ConsumerRecord<byte[], byte[]> each : history) {
      line(text, "history", step(Letter.of(each)));
    }
    if (letter.redriveOf() != null) {
      line(text, "former", letter.redriveOf() + " (see: curate dead-letters show)");
    }
    text.append('\n');
    for (Header header : original(history).headers()) {
      line(text, header.key(), header.value() == null ? "" : text(header.value(), 2000));
    }
    return text.toString();
  }

  /** The bytes as text where they are UTF-8, else as a dump. */
  public static String body(byte[] bytes) {
    return utf8(bytes) == null ? dump(bytes) : text(bytes, Integer.MAX_VALUE);
  }

  /** The record that holds the original bytes: the newest one that has any. */
  public static ConsumerRecord<byte[], byte[]> original(
      List<ConsumerRecord<byte[], byte[]>> history) {
    return history.stream()
        .filter(each -> each.value().length > 0)
        .reduce((first, second) -> second)
        .orElse(history.get(history.size() - 1));
  }

  private static String step(Letter letter) {
    Decision decision = letter.decision();
    if (decision == null) {
      return "%s  failed at %s: %s (redriven %d times before)"
          .formatted(letter.time(), letter.stage(), letter.reason(), letter.redriveCount());
    }
    return "%s  %s by %s%s%s"
        .formatted(
            letter.time(),
            decision.what(),
            decision.by(),
            decision.why() == null ? "" : ": " + decision.why(),
            decision.valueSha256() == null
                ? ""
                : ", with mended bytes of SHA-256 " + decision.valueSha256());
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("%-24s %s%n".formatted(clean(name), clean(value)));
  }

  private static String text(byte[] bytes, int most) {
    String text = utf8(bytes);
    String shown = text == null ? dump(bytes) : text;
    return shown.length() > most ? shown.substring(0, most) + "…" : shown;
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String dump(byte[] bytes) {
    StringBuilder dump = new StringBuilder();
    for (int at = 0; at < Math.min(bytes.length, DUMPED); at += LINE) {
      StringBuilder readable = new StringBuilder();
      dump.append("%08x ".formatted(at));
      for (int i = at; i < Math.min(at + LINE, bytes.length); i++) {
        dump.append(" %02x".formatted(bytes[i] & 0xff));
        readable.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
      }
      dump.append("  |").append(readable).append("|\n");
    }
    if (bytes.length > DUMPED) {
      dump.append("… %d bytes more; --raw has them all%n".formatted(bytes.length - DUMPED));
    }
    return dump.toString();
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN - 1) + "…" : text;
  }

  /** A letter may hold anything; a terminal must not obey it. */
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
