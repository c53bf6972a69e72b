package org.curation.model.topic;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.utils.Utils;
import org.curation.model.CaptureKey;
import org.curation.model.CurationId;

/** How a topic's records are spread over its partitions. */
public enum Partitioning {
  /** By the whole key, as Kafka's default partitioner does. */
  KEY,
  /** By the curation id in the key, so that all of one curation stays together. */
  CURATION_ID,
  /** By the host of the URL in the value, so that one worker owns a host. */
  URL_HOST,
  /** Each record goes to every partition. */
  BROADCAST,
  /** By the claimed name in the value, so that one task decides who has it. */
  CLAIMED_NAME,
  /** Each task writes to the partition that it reads, whose number is the key. */
  OWN;

  /** The partition of everything about a curation. */
  public static int forCuration(CurationId id, int partitions) {
    return forText(id.toString(), partitions);
  }

  /** The partition of a capture or an image: that of its curation. */
  public static int forCapture(CaptureKey key, int partitions) {
    return forCuration(key.id(), partitions);
  }

  /**
   * The partition of a capture request. URLs without a host (paths of the curation system) share
   * one.
   */
  public static int forUrl(String url, int partitions) {
    return forText(hostOf(url), partitions);
  }

  /** The host that a URL is partitioned by, in lower case; empty for a URL without one. */
  public static String hostOf(String url) {
    try {
      String parsed = URI.create(url).getHost();
      return parsed == null ? "" : parsed.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notAnUri) {
      return "";
    }
  }

  /** The partition of every claim to one name. */
  public static int forClaim(String name, int partitions) {
    return forText(name, partitions);
  }

  private static int forText(String text, int partitions) {
    return Utils.toPositive(Utils.murmur2(text.getBytes(StandardCharsets.UTF_8))) % partitions;
  }
}
