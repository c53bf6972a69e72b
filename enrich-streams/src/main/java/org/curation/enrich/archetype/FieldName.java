package org.curation.enrich.archetype;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.curation.enrich.yaml.Quoted;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.enrich.yaml.YamlValues;

/** The camel-case names by which lanes know custom fields. Pure. */
final class FieldName {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");
  private static final int LONGEST_LABEL = 100;

  private FieldName() {}

  /** The name at a key; another text is reported. */
  static String at(YamlMapping mapping, String key, String missing) {
    String text = new YamlValues(mapping).text(key);
    if (text == null || NAME.matcher(text).matches()) {
      return text == null ? missing : text;
    }
    mapping
        .placeOf(key)
        .problem(
            "expected the camel-case name of a custom field, but found "
                + Quoted.of(text)
                + suggestion(text));
    return missing;
  }

  /** The end of a message about a text that is no name: the name of the field with that label. */
  static String suggestion(String text) {
    return ofLabel(text).map(name -> "; did you mean \"" + name + "\"?").orElse("");
  }

  /** {@code publishFrom} for {@code Publish from}; empty when there is no such name. */
  private static Optional<String> ofLabel(String label) {
    if (label.length() > LONGEST_LABEL) {
      return Optional.empty();
    }
    StringBuilder name = new StringBuilder();
    for (String word : BETWEEN_WORDS.split(label.strip())) {
      if (name.isEmpty()) {
        name.append(word.toLowerCase(Locale.ROOT));
      } else {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
            .append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return Optional.of(name.toString())
        .filter(found -> NAME.matcher(found).matches() && Character.isLetter(found.charAt(0)));
  }
}
