package org.curation.service.configuration;

import java.util.List;

/** The keys of the HTTP interface that webhooks and other curation systems push to. */
public final class ApiKeys {
  public static final Key<Integer> PORT =
      Key.optional(
          "ingest.api.port",
          KeyType.number(0, 65_535),
          "The port of the interface that OpenProject's webhook and other curation systems push to; 0 takes a free one and logs it. With it the interface is served.");
  public static final Key<String> HOST =
      Key.standard(
          "ingest.api.host",
          KeyType.text(),
          "127.0.0.1",
          "The address that the interface is served on. Put a proxy with TLS before it.");
  public static final Key<List<String>> WEBHOOK_SECRETS =
      Key.secret(
          "ingest.api.webhook-secrets",
          KeyType.texts(
              "a list of secrets, none of them empty and without commas in them", "[^,]{1,4096}"),
          "The secrets that OpenProject's webhooks may be signed with; several while one is being changed.");
  public static final Key<List<String>> TOKENS =
      Key.secret(
          "ingest.api.tokens",
          KeyType.texts(
              "a list of name:rights:hash; rights are a source's name, offerings, or both with + between; the hash is the token's SHA-256 in 64 lower-case hexadecimal digits",
              "[A-Za-z0-9._-]{1,64}:(offerings|[a-z][a-z0-9-]{0,31}(\\+offerings)?):[0-9a-f]{64}"),
          "Who may push what. Only hashes are here, never a token.");

  /** All of them, in the order of the reference page. */
  static final List<Key<?>> ALL = List.of(PORT, HOST, WEBHOOK_SECRETS, TOKENS);

  private ApiKeys() {}
}
