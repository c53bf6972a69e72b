// Reads curation.documents and keeps the newest state of each document.
//
//   npm ci
//   node documents.mjs 127.0.0.1:9092            follows the topic until Ctrl-C
//   node documents.mjs 127.0.0.1:9092 --to-end   reads what is there now, and ends
//
// Each change is printed as one line of JSON.
import kafkajs from "kafkajs";

const { Kafka, logLevel } = kafkajs;
const TOPIC = "curation.documents";

const [brokers, mode] = process.argv.slice(2);
if (!brokers || (mode && mode !== "--to-end")) {
  console.error("usage: node documents.mjs HOST:PORT[,HOST:PORT...] [--to-end]");
  process.exit(2);
}

/** Newest applied state by document key. A real consumer keeps this in its own store. */
const held = new Map();

/** Header names to text. kafkajs gives bytes, or a list of them when a name comes twice. */
function headersOf(message) {
  return Object.fromEntries(
    Object.entries(message.headers ?? {}).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value[value.length - 1] : value).toString("utf8"),
    ]),
  );
}

/** Whether a document is newer than what is held: by incarnation, number, then revision. */
function isNews(document, last) {
  if (!last) return true;
  const age = (d) => [d.version.incarnation, d.version.number, d.revision];
  const [a, b] = [age(document), age(last)];
  const differs = a.findIndex((part, i) => part !== b[i]);
  return differs >= 0 && a[differs] > b[differs];
}

function apply(partition, message) {
  const headers = headersOf(message);
  // Refuse what this program wasn't written for; ignore fields that it doesn't know.
  if (headers.ce_type !== "org.curation.documents.v1") return;
  const document = JSON.parse(message.value.toString("utf8"));
  if (!document?.id || !document.state || !document.version || !document.revision) {
    console.error(`skipped ${partition}/${message.offset}: no document`);
    return;
  }
  if (!isNews(document, held.get(document.id))) return; // seen before: reading again changes nothing
  // Store the document and its (version, revision) together, then go on. UNPUBLISHED is a
  // value like any other: remove the document from the store, keep the guard.
  held.set(document.id, { version: document.version, revision: document.revision });
  console.log(
    JSON.stringify({
      partition,
      offset: message.offset,
      id: document.id,
      state: document.state,
      path: document.path,
      title: document.frontMatter?.title ?? null,
      headers,
    }),
  );
}

const kafka = new Kafka({
  clientId: "documents-example",
  brokers: brokers.split(","),
  logLevel: logLevel.WARN,
});

/** The end of each partition as it is now: partition to first offset not to be waited for. */
async function ends() {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(TOPIC);
    return new Map(offsets.filter((p) => p.high !== p.low).map((p) => [p.partition, BigInt(p.high)]));
  } finally {
    await admin.disconnect();
  }
}

// Name the group once and keep it: positions belong to it.
const consumer = kafka.consumer({
  groupId: `documents-example-${process.pid}`,
  readUncommitted: false,
  // A record has up to 4 MiB; a fetch must have room for one of each partition.
  maxBytesPerPartition: 4 * 1024 * 1024,
  maxBytes: 32 * 1024 * 1024,
});

let finish;
const finished = new Promise((resolve) => (finish = resolve));
process.on("SIGINT", finish);
process.on("SIGTERM", finish);
consumer.on(consumer.events.CRASH, ({ payload }) => {
  console.error(`reading failed: ${payload.error.message}`);
  process.exitCode = 1;
  finish();
});

const open = mode === "--to-end" ? await ends() : null;
/** A transaction's last offset is a marker that no one sees, so batches tell where they end. */
function passed(partition, last) {
  if (!open) return;
  if (open.has(partition) && BigInt(last) + 1n >= open.get(partition)) open.delete(partition);
  if (open.size === 0) finish();
}

await consumer.connect();
await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
if (open?.size === 0) finish();
await consumer.run({
  eachBatch: async ({ batch, resolveOffset, heartbeat, isRunning }) => {
    for (const message of batch.messages) {
      if (!isRunning()) return;
      apply(batch.partition, message);
      resolveOffset(message.offset);
      await heartbeat();
    }
    passed(batch.partition, batch.lastOffset());
  },
});
await finished;
await consumer.disconnect();
