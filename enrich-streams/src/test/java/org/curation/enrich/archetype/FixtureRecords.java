package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Variables made by hand from recorded source records, without the pipeline's own code. */
final class FixtureRecords {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path folder;

  FixtureRecords(Path folder) {
    this.folder = folder;
  }

  record Item(LaneFacts facts, ObjectNode variables, String body) {}

  Item workPackage(String id) throws IOException {
    JsonNode record = json("openproject/work_packages/" + id + ".json");
    JsonNode project = record.at("/_embedded/project");
    String type = record.at("/_embedded/type/name").textValue();
    String body = record.at("/description/raw").textValue();
    ObjectNode fields = fields(record);
    ObjectNode variables = MAPPER.createObjectNode();
    variables.set("id", record.get("id"));
    variables.set("title", record.get("subject"));
    variables.put("body", body);
    variables.set("author", record.at("/_embedded/author/name"));
    variables.set("createdAt", record.get("createdAt"));
    variables.set("updatedAt", record.get("updatedAt"));
    variables.put("type", type);
    variables.put("source", "open-project");
    variables.set("project", project);
    variables.set("fields", fields);
    variables.set("topics", topics(fields.get("medigyTopics")));
    variables.set(
        "link", link(fields.get("cleanUrl").textValue(), fields.get("sourceUrl").textValue()));
    JsonNode attachment = record.at("/_embedded/attachments/_embedded/elements/0");
    String fileName = attachment.get("fileName").textValue();
    ObjectNode image = image("images/" + attachment.get("id").asText() + "/" + fileName);
    image.put("fileName", fileName);
    image.set("link", attachment.at("/_links/staticDownloadLocation/href"));
    variables.set("image", image);
    variables.set("page", page("pages/" + id + ".html"));
    variables.set("relatedOfferings", offerings(variables.get("topics")));
    return new Item(
        new LaneFacts(
            "open-project",
            project.get("identifier").textValue(),
            type,
            record.at("/_embedded/status/name").textValue(),
            ""),
        variables,
        body);
  }

  Item dropmark() throws IOException {
    JsonNode record = json("dropmark/item_v1.json");
    String body = record.get("description").textValue();
    String collection = record.get("collection_name").textValue();
    ObjectNode variables = MAPPER.createObjectNode();
    variables.set("id", record.get("id"));
    variables.set("title", record.get("name"));
    variables.put("body", body);
    variables.set("author", record.get("user_name"));
    variables.set("createdAt", record.get("created_at"));
    variables.put("source", "dropmark");
    variables.put("collection", collection);
    ArrayNode tags = variables.putArray("tags");
    record.get("tags").forEach(tag -> tags.add(tag.get("name")));
    String link = record.get("link").textValue();
    variables.set("link", link(link, link));
    variables.set("image", image("images/dropmark/thumbnail.jpg"));
    return new Item(new LaneFacts("dropmark", null, "", "", collection), variables, body);
  }

  private ObjectNode fields(JsonNode record) throws IOException {
    String schema = record.at("/_links/schema/href").textValue();
    ObjectNode fields = MAPPER.createObjectNode();
    json("openproject/schemas/" + schema.substring(schema.lastIndexOf('/') + 1) + ".json")
        .properties()
        .forEach(
            property -> {
              if (property.getKey().startsWith("customField")) {
                String name = camelCase(property.getValue().get("name").textValue());
                JsonNode links = record.at("/_links/" + property.getKey());
                if (links.isArray()) {
                  ArrayNode titles = fields.putArray(name);
                  links.forEach(link -> titles.add(link.get("title")));
                } else {
                  fields.set(name, record.get(property.getKey()));
                }
              }
            });
    return fields;
  }

  private static String camelCase(String name) {
    String joined = name.replace(" ", "").replace("URL", "Url");
    return joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
  }

  private static JsonNode topics(JsonNode field) throws IOException {
    return field.isTextual() ? MAPPER.readTree(field.textValue()) : field;
  }

  private static ObjectNode link(String href, String original) {
    String host = URI.create(href).getHost();
    String brand = host.startsWith("www.") ? host.substring(4) : host;
    return MAPPER
        .createObjectNode()
        .put("href", href)
        .put("original", original)
        .put("brand", brand)
        .put("site", brand.substring(0, brand.lastIndexOf('.')));
  }

  private ObjectNode image(String file) throws IOException {
    BufferedImage picture =
        Objects.requireNonNull(ImageIO.read(folder.resolve(file).toFile()), file);
    ObjectNode image = MAPPER.createObjectNode();
    image.put("format", "JPEG").put("mediaType", "image/jpeg").put("valid", true);
    image.put("width", picture.getWidth()).put("height", picture.getHeight());
    image.putArray("size").add(picture.getWidth()).add(picture.getHeight());
    return image.putNull("reason");
  }

  private ObjectNode page(String file) throws IOException {
    var html = Jsoup.parse(Files.readString(folder.resolve(file)));
    ObjectNode page = MAPPER.createObjectNode();
    page.put("title", html.title());
    ObjectNode meta = page.putObject("meta");
    for (Element element : html.select("meta[content]")) {
      String name = element.attr(element.hasAttr("property") ? "property" : "name");
      meta.put(name.replace(":", ""), element.attr("content"));
    }
    return page;
  }

  private ArrayNode offerings(JsonNode topics) throws IOException {
    List<ObjectNode> related = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("offerings.jsonl"))) {
      JsonNode offering = MAPPER.readTree(line);
      boolean shares = false;
      for (JsonNode category : offering.get("categories")) {
        for (JsonNode topic : topics) {
          shares |= topic.equals(category);
        }
      }
      if (shares) {
        related.add(entry(offering));
      }
    }
    related.sort(Comparator.comparingInt(entry -> -entry.get("offeringId").intValue()));
    return MAPPER.createArrayNode().addAll(related);
  }

  private static ObjectNode entry(JsonNode offering) {
    String label = offering.get("label").textValue();
    ObjectNode entry = MAPPER.createObjectNode();
    entry.put("label", label);
    entry.put("permalink", "/offering/" + label.toLowerCase(Locale.ROOT).replace(' ', '-'));
    entry.set("categories", offering.get("categories"));
    entry.set("offeringId", offering.get("offeringId"));
    return entry;
  }

  private JsonNode json(String file) throws IOException {
    return MAPPER.readTree(folder.resolve(file).toFile());
  }
}
