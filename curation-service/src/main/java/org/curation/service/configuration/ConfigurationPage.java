package org.curation.service.configuration;

import java.util.stream.Collectors;

/** The reference page of all keys, generated from the catalogue. Pure. */
public final class ConfigurationPage {
  private static final String START =
      """
      # Configuration

      Generated from `Keys`; a test holds this page to it (`SCHEMAS_WRITE=true` writes it).

      Each program takes `--config FILE`, a YAML file. All programs may share one file: each uses the sections `kafka`, `topics`, `http`, `shutdown`, `log` and its own.
      Keys are checked everywhere, values in the sections that a program uses. All problems are told at once, with line and key, and the program ends with exit code 2. `--check` only checks.

      - `a: {b: 1}` and `a.b: 1` say the same.
      - **Environment.** Each key can be given, and a value of the file overridden, by a variable: `CURATION_` and the key in capitals, with `_` for dots and dashes. `http.port` is `CURATION_HTTP_PORT`.
      - **Kafka.** Every other key under `kafka.` is passed to Kafka's clients as it is: `kafka.security.protocol: SASL_SSL`. As a variable: `CURATION_KAFKA_SECURITY_PROTOCOL`. What the programs set themselves is refused (below).
      - **References.** Inside of a value, `${env:NAME}` is a variable, `${env:NAME:-value}` the same with a value that counts when it is not set, `${file:/path}` a file's content without its last line end. `$${` is a plain `${`. A variable or file that is missing is a problem. What a reference brings in is never logged.
      - **Secrets.** Values of keys marked secret, of Kafka's password properties and of references never appear in logs or messages.
      - Paths are relative to the working directory.

      | key | value | standard | meaning |
      |---|---|---|---|
      """;

  private ConfigurationPage() {}

  /** The whole page. */
  public static String markdown() {
    StringBuilder page = new StringBuilder(START);
    for (Key<?> key : Keys.ALL) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(key.path(), type(key), standard(key), key.meaning()));
    }
    page.append("\nNot to be given, because the programs rely on what they set: ")
        .append(
            KafkaProperties.OWN.stream()
                .sorted()
                .map(name -> "`kafka." + name + "`")
                .collect(Collectors.joining(", ")))
        .append(".\n");
    return page.toString();
  }

  private static String type(Key<?> key) {
    return key.type().expected() + (key.secret() ? "; secret" : "");
  }

  private static String standard(Key<?> key) {
    return key.standard().map(text -> "`" + text + "`").orElse(key.required() ? "required" : "");
  }
}
