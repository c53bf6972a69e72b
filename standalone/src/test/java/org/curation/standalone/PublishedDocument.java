package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A document as readers of the site get it.
 *
 * @param path in the site
 */
record PublishedDocument(String path, Map<String, Object> frontMatter, String body) {
  /** The documents of a site, by what their front matter has at {@code id}: one each. */
  static Map<String, PublishedDocument> byId(Path site) {
    Map<String, PublishedDocument> found = new TreeMap<>();
    Runs.documents(site)
        .forEach(
            (path, text) -> {
              PublishedDocument document = parse(path, text);
              PublishedDocument other =
                  found.put(String.valueOf(document.frontMatter.get("id")), document);
              assertThat(other).as("another document of the item of %s", path).isNull();
            });
    return found;
  }

  /** A value of the front matter as text. */
  String text(String key) {
    return String.valueOf(frontMatter.get(key));
  }

  private static PublishedDocument parse(String path, String text) {
    String[] parts = text.split("(?m)^---$\\n?", 3);
    assertThat(parts).as("front matter and body of %s", path).hasSize(3);
    Map<String, Object> frontMatter =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(parts[1]);
    return new PublishedDocument(path, frontMatter, parts[2].strip());
  }
}
