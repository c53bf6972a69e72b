package org.curation.enrich.link.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.curation.enrich.yaml.Problem;
import org.curation.enrich.yaml.Problems;

/**
 * The rules that come with the program, read once.
 *
 * @param texts of the files by name, in order
 * @param version of the first file that has one
 * @param rules in order
 */
record BuiltInRules(Map<String, String> texts, String version, List<Rule> rules) {
  private static final String FOLDER = "/url-rules/";

  BuiltInRules {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    rules = List.copyOf(rules);
  }

  private static final class Once {
    private static final BuiltInRules RULES = read();
  }

  /**
   * The rules.
   *
   * @throws IllegalStateException when they are broken, which a test prevents
   */
  static BuiltInRules get() {
    return Once.RULES;
  }

  private static BuiltInRules read() {
    Problems problems = new Problems();
    RulesFileReader reader = new RulesFileReader(problems);
    Map<String, String> texts = new LinkedHashMap<>();
    List<Rule> rules = new ArrayList<>();
    String version = "";
    for (String line : resource("index.txt").split("\n")) {
      String name = line.strip();
      if (!name.isEmpty() && !name.startsWith("#")) {
        String text = resource(name);
        texts.put(name, text);
        RulesFile file = reader.read(name, text, false);
        rules.addAll(file.rules());
        version = version.isEmpty() ? file.version() : version;
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return new BuiltInRules(texts, version, rules);
  }

  private static String resource(String name) {
    try (InputStream in = BuiltInRules.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("can't read the resource " + FOLDER + name, e);
    }
  }
}
