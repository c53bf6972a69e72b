package org.curation.service.configuration;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.curation.service.Suggestion;
import org.curation.service.UserError;

/**
 * Reads a configuration. The environment goes before the file. Keys are checked everywhere, values
 * only in the sections that are used: a file may be shared by programs on several machines.
 */
public final class ConfigurationReader {
  /** Sections that every program uses. */
  public static final Set<String> COMMON = Set.of("kafka", "topics", "http", "shutdown", "log");

  static final String HIDDEN = "(hidden)";

  private static final int SHORTEST_SECRET = 4;
  private static final Map<String, Key<?>> KEYS =
      Keys.ALL.stream().collect(Collectors.toMap(Key::path, key -> key));

  private final Set<String> sections;
  private final Map<String, String> environment;
  private final Problems problems = new Problems();
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, String> properties = new TreeMap<>();
  private final Map<String, String> shown = new TreeMap<>();
  private final Set<String> hiddenValues = new TreeSet<>();
  private final Set<String> unread = new TreeSet<>();

  private ConfigurationReader(Set<String> sections, Map<String, String> environment) {
    this.sections = sections;
    this.environment = environment;
  }

  /**
   * Reads and checks.
   *
   * @param file a YAML file; empty when all is in the environment
   * @param environment the environment's variables
   * @param sections whose values are needed
   * @throws UserError with every problem: where, which key, what was expected
   */
  public static Configuration read(
      Optional<Path> file, Map<String, String> environment, Collection<String> sections) {
    return read(file, environment, sections, unchecked -> {});
  }

  /**
   * Reads and checks. When there is a problem, a further check is asked what else is wrong, so that
   * all can be mended in one go.
   *
   * @param more throws a {@link UserError} that says what it finds
   * @throws UserError with every problem: where, which key, what was expected
   */
  public static Configuration read(
      Optional<Path> file,
      Map<String, String> environment,
      Collection<String> sections,
      Consumer<Configuration> more) {
    return new ConfigurationReader(Set.copyOf(sections), environment).read(file, more);
  }

  private Configuration read(Optional<Path> file, Consumer<Configuration> more) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    file.ifPresent(path -> settings.putAll(ConfigurationText.read(path, problems)));
    boolean unreadable = settings.isEmpty() && problems.count() > 0;
    settings.putAll(fromEnvironment());
    References references = new References(environment, problems);
    settings.values().forEach(setting -> take(setting, references));
    String place = file.map(Path::toString).orElse("environment");
    for (Key<?> key : Keys.ALL) {
      // What a file that can't be read would have said is not known to be missing.
      if (!unreadable && sections.contains(key.section()) && !settings.containsKey(key.path())) {
        withoutSetting(key, place);
      }
    }
    Configuration configuration =
        new Configuration(values, properties, shown, hiddenValues, unread);
    if (problems.count() > 0 && !unreadable) {
      problems.addAll(found(configuration, more));
    }
    problems.throwIfAny();
    return configuration;
  }

  private static List<String> found(Configuration configuration, Consumer<Configuration> more) {
    Findings findings = new Findings();
    findings.of(
        () -> {
          more.accept(configuration);
          return List.of();
        });
    return findings.problems().stream()
        .flatMap(String::lines)
        .map(configuration::withoutSecrets)
        .toList();
  }

  private void withoutSetting(Key<?> key, String place) {
    if (key.required()) {
      unread.add(key.path());
      problems.add(
          place,
          key.path(),
          "is missing; expected %s. %s Give it in the file, or as %s in the environment"
              .formatted(key.type().expected(), key.meaning(), key.variable()));
    }
    key.standard()
        .ifPresent(
            text -> {
              values.put(key.path(), key.type().reader().apply(text).orElseThrow());
              shown.put(key.path(), text);
            });
  }

  private void take(Setting setting, References references) {
    Key<?> key = KEYS.get(setting.key());
    if (key == null) {
      if (KafkaProperties.isOne(setting.key())) {
        property(setting, references);
      } else {
        problems.add(
            setting.place(),
            setting.key(),
            "unknown key" + Suggestion.phrase(setting.key(), KEYS.keySet()));
      }
      return;
    }
    if (!sections.contains(key.section())) {
      return;
    }
    if (!References.in(setting.text())) {
      value(key, setting, false);
      return;
    }
    int before = problems.count();
    String text = references.replace(setting);
    if (problems.count() == before) {
      value(key, setting.with(text), true);
    } else {
      unread.add(key.path());
    }
  }

  private void value(Key<?> key, Setting setting, boolean referred) {
    boolean hidden = key.secret() || referred;
    Optional<?> value = key.type().reader().apply(setting.text());
    if (value.isEmpty()) {
      unread.add(key.path());
      problems.add(
          setting.place(),
          setting.key(),
          "expected %s%s"
              .formatted(
                  key.type().expected(),
                  hidden ? ", but the value that was given is not" : found(setting.text())));
      return;
    }
    values.put(key.path(), value.get());
    show(key.path(), setting.text(), hidden);
    if (hidden && value.get() instanceof List<?> parts) {
      // Each of them is a secret of its own, also where it stands alone.
      parts.forEach(part -> show(key.path(), String.valueOf(part), true));
    }
  }

  private static String found(String text) {
    return text.isBlank()
        ? ", but there is nothing"
        : ", not \"%s\"".formatted(text.length() > 60 ? text.substring(0, 60) + "…" : text);
  }

  private void property(Setting setting, References references) {
    Optional<String> problem = KafkaProperties.problem(setting.key());
    if (problem.isPresent()) {
      problems.add(setting.place(), setting.key(), problem.get());
    } else if (sections.contains("kafka")) {
      boolean hidden = KafkaProperties.isSecret(setting.key()) || References.in(setting.text());
      String text = references.replace(setting);
      properties.put(setting.key().substring(KafkaProperties.PREFIX.length()), text);
      show(setting.key(), text, hidden);
    }
  }

  private void show(String key, String text, boolean hidden) {
    shown.put(key, hidden ? HIDDEN : text);
    // A shorter one would blank out half of every message.
    if (hidden && text.length() >= SHORTEST_SECRET) {
      hiddenValues.add(text);
    }
  }

  private Map<String, Setting> fromEnvironment() {
    Map<String, Setting> settings = new TreeMap<>();
    Map<String, Key<?>> known = new HashMap<>();
    Keys.ALL.forEach(key -> known.put(key.variable(), key));
    new TreeMap<>(environment)
        .forEach(
            (name, text) -> {
              Key<?> key = known.get(name);
              Optional<String> path =
                  key == null ? KafkaProperties.keyOf(name) : Optional.of(key.path());
              String place = "environment variable " + name;
              path.ifPresent(found -> settings.put(found, new Setting(place, found, text)));
              if (path.isEmpty() && name.startsWith(Key.ENVIRONMENT_PREFIX)) {
                unknownVariable(name, place, known.keySet());
              }
            });
    return settings;
  }

  /** Platforms set variables of their own with any name, so only what looks like a slip is told. */
  private void unknownVariable(String name, String place, Set<String> known) {
    Suggestion.nearest(name, new TreeSet<>(known))
        .filter(nearest -> Suggestion.distance(name, nearest) <= 2)
        .ifPresent(
            nearest ->
                problems.add(
                    place, "", "no key is called so; did you mean \"%s\"?".formatted(nearest)));
  }
}
