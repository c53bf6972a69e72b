package org.curation.ingest.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.ingest.source.Excerpt;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;

/**
 * Answers from files that were recorded earlier; never uses the network. Nothing outside its
 * directory is read, whatever a request or an index names. Safe for use by threads.
 */
public final class RecordedResources implements Fetcher {
  private static final Pattern ATTACHMENT =
      Pattern.compile("(?:https?://[^/?#]+)?/api/v3/attachments/(\\d{1,18})/content");
  private static final Pattern FIXTURE =
      Pattern.compile("https://fixture\\.invalid/(.*)", Pattern.DOTALL);
  private static final Pattern LAST_SEGMENT =
      Pattern.compile("https?://[^/?#]++/(?:[^/?#]*+/)*+([^/?#]++)(?:[?#].*+)?", Pattern.DOTALL);
  private static final Pattern PLAIN_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,255}");
  private static final int MAX_BYTES = 32 * 1024 * 1024;

  private final ResourceFolders folders;
  private final RecordedPages pages;

  /**
   * Finds out what a directory holds.
   *
   * @throws org.curation.service.UserError when it can't be read
   */
  public RecordedResources(Path directory) {
    this.folders = ResourceFolders.of(directory);
    this.pages = new RecordedPages(folders.pageIndexes());
  }

  @Override
  public Fetched fetch(CaptureRequest request) {
    Matcher attachment = ATTACHMENT.matcher(request.url());
    if (attachment.matches()) {
      return attachment(attachment.group(1), request);
    }
    Matcher fixture = FIXTURE.matcher(request.url());
    if (fixture.matches()) {
      return dropmark(fixture.group(1), request);
    }
    Matcher image = LAST_SEGMENT.matcher(request.url());
    if (!request.key().resource().equals(CaptureKey.PAGE) && image.matches()) {
      return dropmark(image.group(1), request);
    }
    return pages
        .find(request.url())
        .map(page -> first(List.of(page), request))
        .orElseGet(() -> notRecorded(request));
  }

  private Fetched attachment(String id, CaptureRequest request) {
    String name = request.fileName();
    if (!isPlainName(name)) {
      return refused(name);
    }
    List<Path> places = new ArrayList<>();
    folders.images().forEach(folder -> places.add(folder.resolve(id).resolve(name)));
    folders.attachments().forEach(folder -> places.add(folder.resolve(id + "_" + name)));
    return first(places, request);
  }

  private Fetched dropmark(String name, CaptureRequest request) {
    if (!isPlainName(name)) {
      return refused(name);
    }
    return first(
        folders.images().stream().map(folder -> folder.resolve("dropmark").resolve(name)).toList(),
        request);
  }

  private Fetched first(List<Path> places, CaptureRequest request) {
    for (Path place : places) {
      Optional<Fetched> fetched = read(place, request);
      if (fetched.isPresent()) {
        return fetched.get();
      }
    }
    return notRecorded(request);
  }

  private Optional<Fetched> read(Path place, CaptureRequest request) {
    if (!Files.exists(place)) {
      return Optional.empty();
    }
    try {
      Path real = place.toRealPath();
      if (!real.startsWith(folders.root())) {
        return Optional.of(
            new Fetched.Refused("the recorded file lies outside the directory of recordings"));
      }
      if (!Files.isRegularFile(real)) {
        return Optional.empty();
      }
      return Optional.of(bytes(real, request));
    } catch (IOException e) {
      return Optional.of(
          new Fetched.Failed("the recorded file can't be read: " + e.getClass().getSimpleName()));
    }
  }

  private static Fetched bytes(Path file, CaptureRequest request) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] body = in.readNBytes(MAX_BYTES + 1);
      return body.length > MAX_BYTES
          ? new Fetched.Refused("the recorded file is larger than %d bytes".formatted(MAX_BYTES))
          : new Fetched.Bytes(body, request.url(), Optional.empty());
    }
  }

  private static boolean isPlainName(String name) {
    return PLAIN_NAME.matcher(name).matches() && !name.contains("..") && !name.equals(".");
  }

  private static Fetched refused(String name) {
    return new Fetched.Refused(
        "\"%s\" is no plain file name: expected 1 to 255 characters without separators or .."
            .formatted(Excerpt.of(name)));
  }

  private static Fetched notRecorded(CaptureRequest request) {
    return new Fetched.Gone("not recorded: " + Excerpt.of(request.url()));
  }
}
