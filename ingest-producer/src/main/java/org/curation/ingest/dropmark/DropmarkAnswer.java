package org.curation.ingest.dropmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import org.curation.ingest.remote.Answer;
import org.curation.ingest.remote.RemoteException;
import org.curation.ingest.source.Fields;
import org.curation.model.topic.Json;

/** Reads what Dropmark answers. Pure. */
final class DropmarkAnswer {
  private DropmarkAnswer() {}

  /**
   * The JSON of an answer.
   *
   * @throws RemoteException when it is none, for example a login page
   */
  static JsonNode json(Answer answer, URI address) {
    if (answer instanceof Answer.Content content) {
      try {
        JsonNode node = Json.mapper().readTree(content.body());
        if (node != null && !node.isMissingNode()) {
          return node;
        }
      } catch (IOException e) {
        // Told below: the parser's message would quote the page.
      }
    }
    throw new RemoteException(
        "Dropmark answered %s with something that is no JSON, or only a part of it. It is asked again later; if that goes on, open the address and look whether it is a login page."
            .formatted(address));
  }

  /** An item's id as text, or something that no id is. */
  static String idOf(JsonNode item, int position) {
    String id = Fields.id(item, "id");
    return id == null ? "#" + position : id;
  }
}
