package org.curation.model.topic;

import java.util.Map;
import java.util.StringJoiner;

/** The page of the documentation that describes the topics, written from the catalogue. Pure. */
public final class TopicPage {
  private TopicPage() {}

  /** The page in Markdown. */
  public static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Topics

        Written from the catalogue (`org.curation.model.topic.Topics`); a test keeps it true.

        Keys are UTF-8 text. Values are JSON with a schema each; consumers ignore fields that they don't know, producers only add optional ones. Read with `isolation.level=read_committed`.
        Every record carries CloudEvents 1.0 headers in binary mode (`ce_specversion`, `ce_id`, `ce_source`, `ce_type`, `ce_subject`, `ce_time`, `content-type`) and `traceparent`.
        All topics have the same number of partitions.

        | topic | key | value | partition by | cleanup | largest record | further settings |
        |---|---|---|---|---|---|---|
        """);
    Topics.ALL.forEach(spec -> page.append(row(spec)));
    page.append("\n## What they are for\n");
    Topics.ALL.forEach(spec -> page.append("- `%s`: %s\n".formatted(spec.name(), spec.purpose())));
    page.append(
        """

        ## Dead letters
        The value is the original bytes, the key `<stage>/<topic>/<partition>/<offset>` (for files `ingest/file/<name>#<element>`). Headers: `curation-stage`, `curation-reason` (a stable code), `curation-message`, `curation-origin`, `curation-original-key`, `curation-first-failure`.
        A letter whose value or key would not fit keeps the beginning of the value; then `curation-original-value-bytes` says how long it was, and `curation-original-key-bytes` that the key is left out.
        A letter about a record that was redriven also has `curation-redrive-count` (how often), `curation-redrive-of` (the former letter) and the first failure's time.
        A record of the same key with `curation-decision` closes the letter; `curation-decided-by` says who. `redriven` and `discarded` keep all headers of the letter and add `curation-decided-why` and `curation-decided-at`; `curation-value-sha256` names mended bytes that were sent instead. A discarded letter keeps its bytes, a redriven one has an empty value: its bytes are where they were sent. `resolved` is a stage's own word that the matter is settled. See [dead letters](dead-letters.md).
        """);
    return page.toString();
  }

  private static String row(TopicSpec<?> spec) {
    String value =
        spec.valueType() == byte[].class
            ? "bytes"
            : "[`%s`](../curation-model/src/main/resources%s)"
                .formatted(spec.valueType().getSimpleName(), spec.schemaResource());
    StringJoiner settings = new StringJoiner(", ");
    for (Map.Entry<String, String> setting : spec.settings().entrySet()) {
      settings.add("`%s=%s`".formatted(setting.getKey(), setting.getValue()));
    }
    return "| `%s` | `%s` | %s | %s | %s | %d MiB | %s |\n"
        .formatted(
            spec.name(),
            spec.keyType().replace("|", "\\|"),
            value,
            partitioning(spec.partitioning()),
            spec.cleanup(),
            spec.maxBytes() / (1024 * 1024),
            settings);
  }

  private static String partitioning(Partitioning partitioning) {
    return switch (partitioning) {
      case KEY -> "key";
      case CURATION_ID -> "curation id";
      case URL_HOST -> "the URL's host";
      case BROADCAST -> "copied to all";
      case CLAIMED_NAME -> "the claimed name";
      case OWN -> "the key";
    };
  }
}
