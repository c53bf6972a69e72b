package org.curation.enrich.yaml;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** YAML text as nodes that know their lines; no object is ever built from a tag. */
public final class YamlText {
  private static final int DEEPEST = 40;

  /** More characters than these no file of a site has. */
  private static final int MOST = 256 * 1024;

  private YamlText() {}

  /** The one document in a text; null when there is none or it can't be read, which is reported. */
  public static @Nullable Node read(String text, Place file) {
    return read(text, file, MOST);
  }

  /** The same for a text of another size, in characters. */
  public static @Nullable Node read(String text, Place file, int most) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(most);
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(unused),
            unused,
            options,
            new CoreResolver());
    try {
      Node node = yaml.compose(new StringReader(text));
      if (node == null) {
        file.problem("there is nothing in it");
      }
      return node;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      file.line(line)
          .problem(
              "not readable as YAML: "
                  + oneLine(e.getProblem())
                  + "; check the indentation and quotes of this line and the one above");
    } catch (RuntimeException e) {
      // The parser has more ways to refuse a text than its own exceptions; none may stop the
      // report.
      file.problem("not readable as YAML: " + oneLine(e.getMessage()));
    }
    return null;
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "unknown reason" : message.strip().replaceAll("\\s+", " ");
  }
}
