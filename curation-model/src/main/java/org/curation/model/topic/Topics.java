package org.curation.model.topic;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.curation.model.AcceptedCuration;
import org.curation.model.Capture;
import org.curation.model.CaptureRequest;
import org.curation.model.Checkpoint;
import org.curation.model.Claim;
import org.curation.model.ClaimResult;
import org.curation.model.Document;
import org.curation.model.Identity;
import org.curation.model.LinkHealth;
import org.curation.model.Offering;
import org.curation.model.OfferingRound;
import org.curation.model.Publication;
import org.curation.model.RawCuration;

/** The topic catalogue. Topic creation, documentation and checks all come from here. */
public final class Topics {
  /** Largest record of most topics, in bytes. */
  public static final int RECORD_BYTES = 4 * 1024 * 1024;

  /** Largest record of images and dead letters, in bytes. */
  public static final int LARGE_RECORD_BYTES = 8 * 1024 * 1024;

  private static final String COMPACT = "compact";
  private static final String CURATION_ID = "curation id";
  private static final String CAPTURE_KEY = "<curation id>|<resource>";
  private static final String FOREVER = "-1";

  /** What every client library reads without an addition (decision 0012). */
  private static final Map<String, String> GZIP = Map.of("compression.type", "gzip");

  /** Images are compressed already. */
  private static final Map<String, String> UNCOMPRESSED =
      Map.of("compression.type", "uncompressed");

  public static final TopicSpec<RawCuration> RAW =
      json(
          "curation.raw",
          "Every state of every curated item as its source told it; the log that is the truth.",
          CURATION_ID,
          RawCuration.class,
          Partitioning.KEY,
          "delete",
          Map.of("retention.ms", FOREVER));
  public static final TopicSpec<AcceptedCuration> ACCEPTED =
      json(
          "curation.accepted",
          "The newest accepted version and state of each item.",
          CURATION_ID,
          AcceptedCuration.class,
          Partitioning.KEY,
          COMPACT,
          Map.of());
  public static final TopicSpec<Identity> IDENTITIES =
      json(
          "curation.identities",
          "Pinned document ids and every address ever published.",
          CURATION_ID,
          Identity.class,
          Partitioning.KEY,
          COMPACT,
          Map.of());
  public static final TopicSpec<Offering> OFFERINGS =
      json(
          "curation.offerings",
          "Product offerings; an empty value withdraws one.",
          "offering id",
          Offering.class,
          Partitioning.KEY,
          COMPACT,
          Map.of());
  public static final TopicSpec<Offering> OFFERING_CHANGES =
      json(
          "curation.offering-changes",
          "Internal to enrichment: each offering change, copied to every partition.",
          "offering id",
          Offering.class,
          Partitioning.BROADCAST,
          COMPACT,
          Map.of());
  public static final TopicSpec<OfferingRound> OFFERING_ROUNDS =
      json(
          "curation.offering-rounds",
          "Internal to enrichment: a task's word to itself that documents wait for changed offerings.",
          "the partition's number",
          OfferingRound.class,
          Partitioning.OWN,
          COMPACT,
          Map.of());
  public static final TopicSpec<CaptureRequest> CAPTURE_REQUESTS =
      json(
          "curation.capture-requests",
          "Resources that enrichment wants fetched.",
          CAPTURE_KEY,
          CaptureRequest.class,
          Partitioning.URL_HOST,
          "compact,delete",
          Map.of("retention.ms", FOREVER));
  public static final TopicSpec<Capture> CAPTURES =
      json(
          "curation.captures",
          "What fetching a resource gave.",
          CAPTURE_KEY,
          Capture.class,
          Partitioning.CURATION_ID,
          COMPACT,
          Map.of());
  public static final TopicSpec<byte[]> IMAGES =
      new TopicSpec<>(
          "curation.images",
          "Image bytes, decoded, checked and re-encoded.",
          CAPTURE_KEY,
          byte[].class,
          Serdes.ByteArray(),
          Partitioning.CURATION_ID,
          COMPACT,
          LARGE_RECORD_BYTES,
          UNCOMPRESSED);
  public static final TopicSpec<Claim> CLAIMS =
      json(
          "curation.claims",
          "Internal to enrichment: addresses, paths and links that curations want for themselves.",
          "<claimed name>|<curation id>",
          Claim.class,
          Partitioning.CLAIMED_NAME,
          COMPACT,
          Map.of());
  public static final TopicSpec<ClaimResult> CLAIM_RESULTS =
      json(
          "curation.claim-results",
          "Internal to enrichment: who has a claimed name.",
          "<curation id>|<claimed name>",
          ClaimResult.class,
          Partitioning.CURATION_ID,
          COMPACT,
          Map.of());
  public static final TopicSpec<Document> DOCUMENTS =
      json(
          "curation.documents",
          "Finished documents, or the word that one is no longer published.",
          CURATION_ID,
          Document.class,
          Partitioning.KEY,
          COMPACT,
          GZIP);
  public static final TopicSpec<Publication> PUBLICATIONS =
      json(
          "curation.publications",
          "What each store did with each document.",
          "<curation id>|<store>",
          Publication.class,
          Partitioning.CURATION_ID,
          COMPACT,
          GZIP);
  public static final TopicSpec<byte[]> DEAD_LETTERS =
      new TopicSpec<>(
          "curation.dead-letters",
          "Original bytes of what could not be handled; headers say why.",
          "letter id <stage>/<topic>/<partition>/<offset>",
          byte[].class,
          Serdes.ByteArray(),
          Partitioning.KEY,
          COMPACT,
          LARGE_RECORD_BYTES,
          GZIP);

  public static final TopicSpec<LinkHealth> LINK_HEALTH =
      json(
          "curation.link-health",
          "How each captured link is, and when it is looked at again.",
          CAPTURE_KEY,
          LinkHealth.class,
          Partitioning.URL_HOST,
          COMPACT,
          Map.of());
  public static final TopicSpec<Checkpoint> CHECKPOINTS =
      json(
          "curation.checkpoints",
          "How far each source was read, in one transaction with the records that it covers.",
          "source name",
          Checkpoint.class,
          Partitioning.KEY,
          COMPACT,
          Map.of());

  /** The whole catalogue, in the order in which data flow. */
  public static final List<TopicSpec<?>> ALL =
      List.of(
          CHECKPOINTS,
          RAW,
          ACCEPTED,
          IDENTITIES,
          OFFERINGS,
          OFFERING_CHANGES,
          OFFERING_ROUNDS,
          CAPTURE_REQUESTS,
          CAPTURES,
          IMAGES,
          LINK_HEALTH,
          CLAIMS,
          CLAIM_RESULTS,
          DOCUMENTS,
          PUBLICATIONS,
          DEAD_LETTERS);

  private Topics() {}

  private static <V> TopicSpec<V> json(
      String name,
      String purpose,
      String key,
      Class<V> type,
      Partitioning partitioning,
      String cleanup,
      Map<String, String> settings) {
    return new TopicSpec<>(
        name,
        purpose,
        key,
        type,
        JsonSerde.of(type),
        partitioning,
        cleanup,
        RECORD_BYTES,
        settings);
  }
}
