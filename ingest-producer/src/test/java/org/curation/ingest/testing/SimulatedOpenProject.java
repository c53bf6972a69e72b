package org.curation.ingest.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * An OpenProject in memory that answers as the real one is documented to. Projects 101 ({@code
 * alpha}) and 102 ({@code zebra}), types 8 ({@code Curated Content}) and 1 ({@code Task}). On
 * loopback; safe for use by threads.
 */
public final class SimulatedOpenProject implements AutoCloseable {
  /** What the API wants to be shown. */
  public static final String TOKEN = "simulated-token";

  private final Map<Long, SimulatedWorkPackage> items = new TreeMap<>();
  private final Map<Integer, String[]> projects = new TreeMap<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();
  private volatile String author = "Ann";
  private volatile int largestPage = 1000;
  private volatile Trouble trouble = new Trouble(0, "", "");
  private volatile Runnable afterPage = () -> {};
  private long last;

  /** Answers instead of the right one, so often, where the path contains a text. */
  record Trouble(int times, String path, String kind) {}

  /** Starts an empty one. */
  public SimulatedOpenProject() {
    projects.put(101, new String[] {"alpha", "Alpha"});
    projects.put(102, new String[] {"zebra", "Zebra"});
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", new SimulatedApi(this));
    server.setExecutor(threads);
    server.start();
  }

  /** Where it is. */
  public URI url() {
    return URI.create(
        "http://%s:%d"
            .formatted(
                server.getAddress().getAddress().getHostAddress(), server.getAddress().getPort()));
  }

  /** Creates a work package of type 8 at a time; gives its number. */
  public synchronized long create(int project, String subject, Instant at) {
    long id = ++last;
    items.put(id, new SimulatedWorkPackage(id, project, 8, 1, subject, at, at));
    return id;
  }

  /** Makes one as it is at a version of one's own choice, whatever was there. */
  public synchronized void put(long id, int project, int lock, String subject, Instant updated) {
    items.put(id, at(id, project, lock, subject, updated));
    last = Math.max(last, id);
  }

  /** How the API would show one that {@link #put} makes, without making it. */
  public synchronized JsonNode shown(
      long id, int project, int lock, String subject, Instant updated) {
    return json(at(id, project, lock, subject, updated));
  }

  private static SimulatedWorkPackage at(
      long id, int project, int lock, String subject, Instant updated) {
    Instant created = updated.truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS);
    return new SimulatedWorkPackage(id, project, 8, lock, subject, created, updated);
  }

  /** Changes one now. */
  public synchronized void update(long id, String subject) {
    items.computeIfPresent(id, (key, item) -> item.changed(subject, now()));
  }

  /** Brings one into another project now. */
  public synchronized void move(long id, int project) {
    items.computeIfPresent(id, (key, item) -> item.moved(project, now()));
  }

  /** Takes one away; gives what {@link #restore} takes. */
  public synchronized Object delete(long id) {
    return items.remove(id);
  }

  /** Puts one back as it was. */
  public synchronized void restore(Object deleted) {
    SimulatedWorkPackage item = (SimulatedWorkPackage) deleted;
    items.put(item.id(), item);
  }

  /** Names a project anew; its work packages stay as they are. */
  public synchronized void renameProject(int project, String identifier, String name) {
    projects.put(project, new String[] {identifier, name});
  }

  /** Names everything's author anew. */
  public void renameAuthor(String name) {
    author = name;
  }

  /** Everything's author. */
  public String author() {
    return author;
  }

  /** Most rows of one page, whatever is asked for. */
  public void clampPages(int most) {
    largestPage = most;
  }

  /** Called after each page of the list of work packages, before it is sent. */
  public void afterEachPage(Runnable hook) {
    afterPage = hook;
  }

  /**
   * Fails.
   *
   * @param kind a status, or one of truncated, no-elements, html, hang, broken, redirect
   * @param path of the requests that fail, a part of it
   */
  public void fail(int times, String path, String kind) {
    trouble = new Trouble(times, path, kind);
  }

  /** How many requests there were. */
  public int requests() {
    return requests.get();
  }

  /** Every work package as its API shows it. */
  public synchronized Map<CurationId, JsonNode> state() {
    Map<CurationId, JsonNode> state = new TreeMap<>();
    items
        .values()
        .forEach(item -> state.put(CurationId.parse("open-project:" + item.id()), json(item)));
    return state;
  }

  /** The identifier of a project. */
  public synchronized String identifier(int project) {
    return projects.get(project)[0];
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  synchronized List<SimulatedWorkPackage> items() {
    return new ArrayList<>(items.values());
  }

  @Nullable
  synchronized SimulatedWorkPackage item(long id) {
    return items.get(id);
  }

  synchronized ObjectNode json(SimulatedWorkPackage item) {
    return item.json(projects.get(item.project())[1], author);
  }

  synchronized Map<Integer, String[]> projects() {
    return new TreeMap<>(projects);
  }

  int largestPage() {
    return largestPage;
  }

  /** Waits, at most so long, until this is closed. */
  void awaitClosing(Duration longest) {
    try {
      var unused = closing.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void pageDone() {
    afterPage.run();
  }

  /** What goes wrong with a request; empty for nothing. */
  synchronized String next(String path) {
    requests.incrementAndGet();
    Trouble now = trouble;
    if (now.times() == 0 || !path.contains(now.path())) {
      return "";
    }
    trouble = new Trouble(now.times() - 1, now.path(), now.kind());
    return now.kind();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** Creates many, three each second, from a time on. */
  public void createMany(int count, Instant from) {
    IntStream.range(0, count)
        .forEach(i -> create(i % 2 == 0 ? 101 : 102, "Item " + i, from.plusMillis(i * 333L)));
  }
}
