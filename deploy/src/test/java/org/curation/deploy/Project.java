package org.curation.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Files of the project, as these tests read them. */
final class Project {
  static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private Project() {}

  static String text(String path) throws IOException {
    return Files.readString(HOME.resolve(path));
  }

  static Map<String, Object> yaml(String path) throws IOException {
    try (InputStream in = Files.newInputStream(HOME.resolve(path))) {
      return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object node) {
    return node == null ? Map.of() : (Map<String, Object>) node;
  }

  static List<?> list(Object node) {
    return node == null ? List.of() : (List<?>) node;
  }
}
