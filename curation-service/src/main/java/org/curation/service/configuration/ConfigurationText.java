package org.curation.service.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file as flat settings: {@code a: {b: 1}} and {@code a.b: 1} say the same. */
final class ConfigurationText {
  private static final int MOST_BYTES = 1024 * 1024;
  private static final int DEEPEST = 20;
  private static final int MOST_SETTINGS = 1000;

  private final String name;
  private final Problems problems;
  private final Map<String, Setting> settings = new LinkedHashMap<>();

  private ConfigurationText(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /** Reads a file; what is wrong with it is reported. */
  static Map<String, Setting> read(Path file, Problems problems) {
    ConfigurationText text = new ConfigurationText(file.toString(), problems);
    content(file, problems).ifPresent(text::parse);
    return text.settings;
  }

  private static Optional<String> content(Path file, Problems problems) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        problems.add(file.toString(), "", "has more than a mebibyte; is it the right file?");
        return Optional.empty();
      }
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      problems.add(file.toString(), "", "is no UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      problems.add(file.toString(), "", "can't be read; check the path, and who may read the file");
    }
    return Optional.empty();
  }

  private void parse(String content) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(MOST_BYTES);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(content));
      if (root != null && !isNothing(root)) {
        take("", root, 0);
      }
    } catch (MarkedYAMLException e) {
      // The parser's own message quotes the text, which may be a secret.
      String place =
          e.getProblemMark() == null ? name : name + ":" + (e.getProblemMark().getLine() + 1);
      problems.add(
          place,
          "",
          "not readable as YAML; check the indentation and quotes of this line and the one above");
    } catch (YAMLException e) {
      problems.add(name, "", "not readable as one YAML document");
    }
  }

  private void take(String path, Node node, int depth) {
    if (depth > DEEPEST || settings.size() > MOST_SETTINGS) {
      problems.add(place(node), path, "there is too much below this key");
      return;
    }
    switch (node) {
      case MappingNode mapping -> {
        for (NodeTuple entry : mapping.getValue()) {
          if (entry.getKeyNode() instanceof ScalarNode key && !key.getValue().isBlank()) {
            take(
                path.isEmpty() ? key.getValue() : path + "." + key.getValue(),
                entry.getValueNode(),
                depth + 1);
          } else {
            problems.add(place(entry.getKeyNode()), path, "expected a name as key");
          }
        }
      }
      case ScalarNode scalar -> {
        if (!isNothing(scalar)) {
          add(path, scalar, scalar.getValue());
        }
      }
      case SequenceNode list -> list(path, list);
      default -> problems.add(place(node), path, "expected a value");
    }
  }

  /** A list of plain values is what commas between them say, too. */
  private void list(String path, SequenceNode list) {
    if (list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
      add(
          path,
          list,
          list.getValue().stream()
              .map(value -> ((ScalarNode) value).getValue())
              .collect(Collectors.joining(",")));
    } else {
      problems.add(place(list), path, "expected one value or a list of plain values");
    }
  }

  private void add(String path, Node node, String value) {
    if (path.isEmpty()) {
      problems.add(place(node), "", "expected keys with values, such as \"http.port: 8081\"");
      return;
    }
    String key = KafkaProperties.named(path);
    Setting before = settings.putIfAbsent(key, new Setting(place(node), key, value));
    if (before != null) {
      problems.add(place(node), key, "was given at " + before.place() + " already; keep one");
    }
  }

  private String place(Node node) {
    return name + ":" + (node.getStartMark().getLine() + 1);
  }

  private static boolean isNothing(Node node) {
    return node.getTag().equals(Tag.NULL);
  }
}
