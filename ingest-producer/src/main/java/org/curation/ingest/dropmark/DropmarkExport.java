package org.curation.ingest.dropmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.remote.Answer;
import org.curation.ingest.remote.RemoteException;
import org.curation.ingest.remote.RemoteReader;
import org.curation.ingest.source.Fields;

/** A collection as its public export shows it: everything in one answer. */
record DropmarkExport(URI address, RemoteReader reader) implements DropmarkCollection {
  @Override
  public String key() {
    return address.getHost() + address.getPath();
  }

  @Override
  public DropmarkListing read() {
    Answer answer = reader.get(address, Map.of("Accept", "application/json"), Map.of());
    JsonNode export = DropmarkAnswer.json(answer, address);
    JsonNode items = export.path("items");
    if (!items.isArray()) {
      throw new RemoteException(
          "Dropmark answered %s with something that is no export: expected an object with items. Check the address in a browser; the collection may be private now."
              .formatted(address));
    }
    Map<String, JsonNode> listed = new LinkedHashMap<>();
    items.forEach(item -> listed.put(DropmarkAnswer.idOf(item, listed.size()), item));
    return new DropmarkListing(
        key(), Optional.ofNullable(Fields.words(export, "name")), listed, true);
  }
}
