package org.curation.service.letters;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.OriginalBytes;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.letters.NewestOfKey.Found;
import org.curation.service.letters.NewestOfKey.Place;
import org.jspecify.annotations.Nullable;

/** What is to become of one letter in a redrive. */
sealed interface Redriving {
  /** It can't go back. */
  record Refused(String why) implements Redriving {}

  /** These bytes go back. */
  record Back(Resend resend, LetterAddress address) implements Redriving {}

  /**
   * The newest document of its key goes back in its place.
   *
   * @param offset of that document
   */
  record Newest(Resend resend, Newness newness, long offset) implements Redriving {}

  /** What the letter and the request alone decide. */
  static Redriving of(Portions.Open open, RedriveRequest request, NewestOfKey topics) {
    Letter letter = open.letter();
    Decision decided = letter.decision();
    if (decided != null) {
      return new Refused(
          "it is not open: %s by %s%s"
              .formatted(
                  decided.what(), decided.by(), decided.at() == null ? "" : " at " + decided.at()));
    }
    Optional<LetterAddress> address = LetterAddress.parse(letter.id());
    if (letter.stage().equals("ingest") || address.isEmpty()) {
      return new Refused(
          "it is about %s, which never came to a topic; mend that and ingest it again, the letter closes by itself or can be discarded then"
              .formatted(letter.origin()));
    }
    if (letter.redriveCount() >= request.limit()) {
      return new Refused(
          "it failed again after %d redrives and the limit is %d; mend the cause and raise --limit-per-letter, or discard it"
              .formatted(letter.redriveCount(), request.limit()));
    }
    String topic = address.get().topic();
    TopicSpec<?> spec =
        Topics.ALL.stream().filter(each -> each.name().equals(topic)).findFirst().orElse(null);
    if (spec == null) {
      return new Refused(
          "it came from \"%s\", which is no topic of this pipeline".formatted(topic));
    }
    Headers headers = open.message().headers();
    if (headers.lastHeader(OriginalBytes.OMITTED_KEY) != null
        || (headers.lastHeader(OriginalBytes.WHOLE_VALUE) != null && request.value().isEmpty())) {
      return new Refused(
          "it was too large to be kept as a whole; mend it in its source and ingest it again, or redrive whole bytes with --value");
    }
    byte[] value = request.value().orElseGet(open.message()::value);
    Resend resend =
        Resend.of(spec, address.get(), key(open.message()), value, topics.partitions(topic));
    if (resend.key() == null && isCompacted(spec)) {
      return new Refused("it has no key, and %s takes only records with one".formatted(topic));
    }
    if (!resend.fits()) {
      return new Refused(
          "its %d bytes are more than %s takes (%d with key and headers); shorten it in its source, or redrive shorter bytes with --value"
              .formatted(value.length, topic, spec.maxBytes()));
    }
    return new Back(resend, address.get());
  }

  /** What the newest record of the key changes: it is never overtaken by an older one. */
  default Redriving after(Found found, boolean mended) {
    if (!(this instanceof Back back) || !isCompacted(back.resend().spec())) {
      return this;
    }
    Resend resend = back.resend();
    String topic = resend.spec().name();
    Newness newest = found.newest().get(Place.of(resend));
    Newness own = Newness.of(topic, resend.value(), back.address().offset());
    boolean document = topic.equals(Topics.DOCUMENTS.name());
    if (document && mended && own.version() == null) {
      return new Refused("the mended bytes are no document; see docs/topics.md for its schema");
    }
    if (document && own.version() == null && (newest == null || newest.version() == null)) {
      return new Refused(
          "its bytes are no document, and its key has none; correct what wrote it, then discard the letter or redrive mended bytes with --value");
    }
    if (newest == null) {
      return this;
    }
    if (document && newest.version() != null) {
      if (mended) {
        return newest.overtakes(own)
            ? new Refused(
                "the mended document (version %s, revision %d) is older than the newest of its key (version %s, revision %d)"
                    .formatted(own.version(), own.revision(), newest.version(), newest.revision()))
            : this;
      }
      return own.overtakes(newest) ? this : new Newest(resend, newest, newest.offset());
    }
    return newest.offset() > back.address().offset()
        ? new Refused(
            "a newer record of the same key is in %s at offset %d and must not be overtaken; discard the letter"
                .formatted(topic, newest.offset()))
        : this;
  }

  /** Whether a newer record could be lost to compaction. */
  static boolean isCompacted(TopicSpec<?> spec) {
    return spec.cleanup().contains("compact");
  }

  private static byte @Nullable [] key(ConsumerRecord<byte[], byte[]> letter) {
    Headers headers = letter.headers();
    Header key = headers.lastHeader(DeadLetterHeaders.ORIGINAL_KEY);
    return key == null ? null : key.value();
  }

  /** Where it goes, for people. */
  static String describe(Resend resend, int count) {
    byte @Nullable [] key = resend.key();
    return "%s, partition %d%s, redrive %d"
        .formatted(
            resend.spec().name(),
            resend.partition(),
            key == null ? "" : ", key " + new String(key, StandardCharsets.UTF_8),
            count);
  }
}
