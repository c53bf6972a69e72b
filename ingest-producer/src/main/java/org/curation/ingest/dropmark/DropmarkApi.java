package org.curation.ingest.dropmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.curation.ingest.remote.Answer;
import org.curation.ingest.remote.RemoteException;
import org.curation.ingest.remote.RemoteReader;

/**
 * A collection as the API shows it, page by page. Rows may move between pages while they are read,
 * so it is read until the number of items is the same from the first page to the last and as many
 * were seen; if that never happens, the listing is not complete.
 *
 * @param base address of the API, without a slash at its end
 * @param id the collection's number
 * @param secret headers with the credentials
 */
record DropmarkApi(String base, String id, RemoteReader reader, Map<String, String> secret)
    implements DropmarkCollection {
  private static final int PER_PAGE = 100;
  private static final int MOST_PAGES = 2000;
  private static final int MOST_READINGS = 3;

  @Override
  public String key() {
    return id;
  }

  @Override
  public DropmarkListing read() {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (int reading = 0; reading < MOST_READINGS; reading++) {
      Map<String, JsonNode> items = new LinkedHashMap<>();
      boolean stable = read(items);
      all.putAll(items);
      if (stable) {
        return listing(items, true);
      }
    }
    return listing(all, false);
  }

  private DropmarkListing listing(Map<String, JsonNode> items, boolean complete) {
    return new DropmarkListing(id, Optional.empty(), items, complete);
  }

  /** Whether nothing moved while it was read. */
  private boolean read(Map<String, JsonNode> items) {
    OptionalLong first = OptionalLong.empty();
    boolean repeated = false;
    for (int page = 1; page <= MOST_PAGES; page++) {
      URI address =
          URI.create(
              "%s/collections/%s/items?page=%d&per_page=%d".formatted(base, id, page, PER_PAGE));
      Answer answer = reader.get(address, Map.of("Accept", "application/json"), secret);
      JsonNode rows = DropmarkAnswer.json(answer, address);
      if (!rows.isArray()) {
        throw new RemoteException(
            "Dropmark answered page %d of collection %s with something that is no list. Check ingest.dropmark.url."
                .formatted(page, id));
      }
      OptionalLong total = total(answer);
      if (page == 1) {
        first = total;
      } else if (!total.equals(first)) {
        return false;
      }
      int before = items.size();
      rows.forEach(row -> items.put(DropmarkAnswer.idOf(row, items.size()), row));
      repeated |= items.size() - before < rows.size();
      if (rows.isEmpty() || (first.isPresent() && items.size() >= first.getAsLong())) {
        // A page may be shorter than was asked for, so that alone ends nothing.
        return !repeated && (first.isEmpty() || items.size() == first.getAsLong());
      }
      if (items.size() == before) {
        return false;
      }
    }
    return false;
  }

  private static OptionalLong total(Answer answer) {
    if (answer instanceof Answer.Content content) {
      try {
        String text = content.header("x-total-count").orElse("");
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
      } catch (NumberFormatException e) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }
}
