package org.curation.sink.hugo;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * A content file taken apart as Hugo does: the front matter ends at the first line of three dashes.
 *
 * @param rest all that follows that line
 */
record WrittenFile(String yaml, String rest) {
  private static final String DELIMITER = "---\n";

  static WrittenFile parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.startsWith(DELIMITER)) {
      throw new AssertionError("no front matter: " + text);
    }
    int end = text.indexOf("\n" + DELIMITER, DELIMITER.length() - 1);
    return new WrittenFile(
        text.substring(DELIMITER.length(), end + 1), text.substring(end + 1 + DELIMITER.length()));
  }

  Map<String, Object> frontMatter() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setNestingDepthLimit(300);
    options.setCodePointLimit(Integer.MAX_VALUE);
    return new Yaml(new SafeConstructor(options)).load(yaml);
  }

  /** Types that are written out, such as {@code !!binary}. */
  List<String> explicitTags() {
    List<String> tags = new ArrayList<>();
    for (Event event : new Yaml().parse(new StringReader(yaml))) {
      String tag =
          event instanceof ScalarEvent scalar
              ? scalar.getTag()
              : event instanceof CollectionStartEvent start ? start.getTag() : null;
      if (tag != null) {
        tags.add(tag);
      }
    }
    return tags;
  }
}
