package org.curation.standalone;

import static org.curation.standalone.PoisonCase.header;
import static org.curation.standalone.PoisonCase.on;
import static org.curation.standalone.PoisonCase.raw;
import static org.curation.standalone.PoisonCase.utf8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.curation.model.RawCuration;
import org.curation.model.topic.EventHeaders;

/** Records that can't become documents, each with the reason that its dead letter must give. */
final class PoisonCorpus {
  private static final String BAD = "not-decodable";
  private static final int MIB = 1024 * 1024;

  private PoisonCorpus() {}

  /** All of them; numbers are taken from {@code first} on. */
  static List<PoisonCase> all(long first) {
    List<PoisonCase> cases = new ArrayList<>();
    undecodable(first, cases);
    unusable(first + 50, cases);
    tooLarge(first + 80, cases);
    otherTopics(first + 90, cases);
    return cases;
  }

  private static void undecodable(long n, List<PoisonCase> cases) {
    String good =
        new String(RawRecords.bytes(RawRecords.good(n)), java.nio.charset.StandardCharsets.UTF_8);
    byte[] key = key(n);
    cases.add(raw("broken JSON", BAD, key, utf8("{\"id\":")));
    cases.add(raw("no JSON at all", BAD, key, utf8("\0\0\0")));
    cases.add(raw("JSON null", BAD, key, utf8("null")));
    cases.add(raw("broken UTF-8", BAD, key, brokenUtf8(good)));
    cases.add(raw("no key", BAD, null, utf8(good)));
    cases.add(new PoisonCase("no value", "curation.raw", key, null, List.of(), "enrich", BAD));
    cases.add(raw("empty value", BAD, key, new byte[0]));
    cases.add(raw("a key of other bytes", BAD, new byte[] {(byte) 0xff, 0, 1}, utf8(good)));
    cases.add(raw("a long key", BAD, utf8("k".repeat(MIB)), utf8(good)));
    cases.add(raw("key and value disagree", BAD, key(n + 1), utf8(good)));
    cases.add(raw("a list", BAD, key, utf8("[" + good + "]")));
    cases.add(
        raw(
            "wrong types",
            BAD,
            key,
            utf8(good.replace("\"version\":{", "\"version\":[],\"was\":{"))));
    cases.add(raw("NaN", BAD, key, utf8(good.replace("\"subject\":", "\"nan\":NaN,\"subject\":"))));
    cases.add(
        raw(
            "ten thousand digits",
            BAD,
            key,
            utf8(
                good.replace(
                    "\"subject\":", "\"n\":%s,\"subject\":".formatted("9".repeat(10_000))))));
    cases.add(
        raw(
            "one key twice",
            BAD,
            key,
            utf8(good.replace("\"subject\":", "\"subject\":\"x\",\"subject\":"))));
    cases.add(
        raw(
            "nested too deep",
            BAD,
            key,
            utf8(
                good.replace(
                    "\"subject\":",
                    "\"deep\":%s,\"subject\":"
                        .formatted("[".repeat(10_000) + "]".repeat(10_000))))));
    cases.add(
        raw(
            "an attachment without a name",
            BAD,
            key,
            utf8(good.replace("\"context\":{", "\"context\":{\"attachments\":[{\"id\":\"1\"}],"))));
    cases.add(
        raw("a version of tomorrow", "unknown-schema-version", key, utf8(good))
            .with(header(EventHeaders.TYPE, "org.curation.raw.v2")));
    cases.add(raw("many headers", BAD, key, utf8("{")).with(manyHeaders()));
  }

  private static void unusable(long n, List<PoisonCase> cases) {
    cases.add(raw("no subject", "missing-title", RawRecords.with(n, "", "b")));
    cases.add(
        raw(
            "a subject that nobody sees",
            "missing-title",
            RawRecords.with(n + 1, "\u00a0\u200b\ufeff\0", "b")));
    cases.add(raw("no link", "missing-link", link(n + 2, "")));
    cases.add(raw("a script for a link", "bad-link", link(n + 3, "javascript:alert(1)")));
    cases.add(raw("a file for a link", "bad-link", link(n + 4, "file:///etc/passwd")));
    cases.add(
        raw("an endless link", "bad-link", link(n + 5, "https://x.org/" + "a".repeat(10_000))));
    cases.add(
        raw(
            "no lane",
            "no-lane",
            RawRecords.record(n + 6, RawRecords.payload(n + 6, "T", "b"), Map.of(), "elsewhere")));
    cases.add(
        raw(
            "a project that climbs",
            "unsafe-path",
            RawRecords.record(
                n + 7, RawRecords.payload(n + 7, "T", "b"), Map.of(), "medigy-../../x")));
    String nulls =
        new String(
            RawRecords.bytes(RawRecords.good(n + 8)), java.nio.charset.StandardCharsets.UTF_8);
    cases.add(
        raw(
            "an attachment that is null",
            "enrichment-failed",
            key(n + 8),
            utf8(nulls.replace("\"context\":{", "\"context\":{\"attachments\":[null],"))));
  }

  private static void tooLarge(long n, List<PoisonCase> cases) {
    String almost = "x".repeat(4 * MIB - 3000);
    cases.add(
        raw("a document that is too large", "too-large", RawRecords.with(n, "Large", almost)));
    cases.add(
        raw("compressed, 6 MiB", "too-large", RawRecords.with(n + 1, "Huge", "x".repeat(6 * MIB))));
    cases.add(
        raw(
            "compressed, 20 MiB",
            "too-large",
            RawRecords.with(n + 2, "Bomb", "x".repeat(20 * MIB))));
    cases.add(
        raw(
            "a state that is too large",
            "too-large",
            RawRecords.with(n + 3, "Emoji", "😀".repeat(900_000))));
    ObjectNode payload = RawRecords.payload(n + 4, "Origin", "b");
    RawCuration small = RawRecords.record(n + 4, payload, Map.of());
    RawCuration origin =
        new RawCuration(
            small.id(),
            small.event(),
            small.version(),
            null,
            small.receivedAt(),
            "o".repeat(3 * MIB),
            payload,
            small.context());
    cases.add(raw("an endless origin", "too-large", origin));
  }

  private static void otherTopics(long n, List<PoisonCase> cases) {
    String id = "open-project:" + n;
    String git = "open-project:" + (n + 1);
    cases.add(on("curation.captures", "a broken capture", BAD, id + "|page", "{"));
    cases.add(
        on(
            "curation.captures",
            "a capture of no page",
            BAD,
            id + "|page",
            """
        {"key":"%s|page","requestNumber":1,"result":"CAPTURED","url":"x","redirects":[],
         "page":{"htmlGzip":"AAAA","length":3,"truncated":false},"capturedAt":"2024-01-01T00:00:00Z"}"""
                .formatted(id)));
    cases.add(
        on(
            "curation.captures",
            "a capture without a name",
            BAD,
            "nothing",
            "{\"key\":\"nothing\"}"));
    cases.add(on("curation.identities", "a broken identity", BAD, id, "[]"));
    cases.add(
        on(
            "curation.identities",
            "an identity of another",
            BAD,
            id,
            "{\"id\":\"open-project:1\",\"documentId\":\"x\",\"addresses\":[],\"origin\":\"IMPORTED\"}"));
    cases.add(
        on("curation.offering-changes", "a broken offering", BAD, "17", "{\"offeringId\":\"x\"}"));
    cases.add(
        on("curation.offering-changes", "an offering without a number", BAD, "seventeen", "{}"));
    cases.add(on("curation.documents", "a broken document", "undecodable", id, "{"));
    cases.add(
        on(
            "curation.documents",
            "a document of another",
            "id-mismatch",
            id,
            document("open-project:1", "content/x.md")));
    cases.add(
        on(
            "curation.documents",
            "a document that climbs",
            "unsafe-path",
            id,
            document(id, "content/../../x.md")));
    cases.add(
        on(
            "curation.documents",
            "a document among git's files",
            "unsafe-path",
            git,
            document(git, "content/.git/hooks/x.md")));
    cases.add(
        on(
                "curation.documents",
                "a document of tomorrow",
                "unknown-schema-version",
                id,
                document(id, "content/x.md"))
            .with(header(EventHeaders.TYPE, "org.curation.documents.v7")));
  }

  static List<Header> manyHeaders() {
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      headers.add(header("h" + i, "x".repeat(100)));
    }
    for (String name : List.of("traceparent", "ce_id", "ce_type", "curation-message", "large")) {
      headers.add(header(name, "y".repeat(500_000)));
    }
    return headers;
  }

  private static RawCuration link(long n, String link) {
    return RawRecords.record(
        n, RawRecords.payload(n, "Linked", "b"), Map.of("cleanUrl", TextNode.valueOf(link)));
  }

  private static String document(String id, String path) {
    return """
        {"id":"%s","state":"PUBLISHED","version":{"incarnation":0,"number":1},"revision":1,"documentId":"x","path":"%s",
         "address":"/x/","formerAddresses":[],"style":"SORTED","frontMatter":{"title":"x"},"body":"b",
         "assets":[],"contentHash":"x","provenance":{"steps":[]}}"""
        .formatted(id, path);
  }

  private static byte[] brokenUtf8(String good) {
    byte[] bytes = utf8(good);
    bytes[good.indexOf("Good") + 1] = (byte) 0xc3;
    return bytes;
  }

  private static byte[] key(long n) {
    return utf8(RawRecords.id(n).toString());
  }
}
