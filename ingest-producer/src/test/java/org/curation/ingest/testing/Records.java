package org.curation.ingest.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.curation.model.topic.Json;

/** Small records to write into files. */
public final class Records {
  private Records() {}

  /** A work package without anything embedded. */
  public static String workPackage(int id, int lockVersion, String subject) {
    return json(
        """
        {"_type":"WorkPackage","id":%d,"lockVersion":%d,"subject":"%s",
         "updatedAt":"2021-01-01T00:00:00Z",
         "_links":{"schema":{"href":"/api/v3/work_packages/schemas/1-8"},
                   "project":{"href":"/api/v3/projects/1","title":"One"},
                   "type":{"href":"/api/v3/types/8","title":"Article"}}}
        """
            .formatted(id, lockVersion, subject));
  }

  /** A link of a Dropmark collection. */
  public static String mark(String id, String updatedAt, String link) {
    return json(
        """
        {"id":%s,"type":"link","name":"Some name","link":"%s","updated_at":"%s","deleted_at":null}
        """
            .formatted(id, link, updatedAt));
  }

  /** The same text in one line. */
  public static String json(String text) {
    return parse(text).toString();
  }

  public static JsonNode parse(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
