package org.curation.enrich.archetype;

import java.util.TreeMap;

/** The page of the documentation that lists what placeholders can name and do. Pure. */
public final class ArchetypePage {
  private ArchetypePage() {}

  /** The page in Markdown. */
  public static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Placeholders of archetypes and lanes

        Written from the code (`VariableNames`, `Filters`); a test keeps it true. How archetypes and lanes work is explained in the comments of [`site/archetypes/community-2020.md`](../site/archetypes/community-2020.md) and [`site/lanes.yaml`](../site/lanes.yaml).

        `${name}` is filled in; `${name | filter | filter('argument')}` pipes the value through filters; `$${` is a literal `${`.
        A YAML value that is one placeholder takes the value with its type. A mapping with `$when: ${name}` is left out, with its key, when the value is null, false or empty.

        """);
    table(page, "In archetypes", VariableNames.DOCUMENT);
    table(page, "In a lane's `document-id`", VariableNames.FOR_DOCUMENT_ID);
    table(
        page,
        "In a lane's `featured-image`, `favicon` and `featured-pdf`",
        VariableNames.FOR_FEATURED_IMAGE);
    table(page, "In a lane's `body-images`", VariableNames.FOR_BODY_IMAGES);
    page.append("## Filters\n");
    page.append("| filter | what it does |\n|---|---|\n");
    new TreeMap<>(Filters.BY_NAME)
        .values()
        .forEach(
            filter ->
                page.append("| `%s` | %s |\n".formatted(usage(filter), filter.description())));
    return page.toString();
  }

  private static void table(StringBuilder page, String title, VariableNames names) {
    page.append("## ").append(title).append('\n');
    page.append("| name | what it is |\n|---|---|\n");
    for (VariableNames.Variable variable : names.variables()) {
      String name = variable.open() ? variable.name() + ".*" : variable.name();
      page.append("| `%s` | %s |\n".formatted(name, variable.description()));
    }
    page.append('\n');
  }

  private static String usage(Filter filter) {
    return switch (filter.argument()) {
      case NONE -> filter.name();
      case TEXT -> filter.name() + "('text')";
      case TEXT_OR_NUMBER -> filter.name() + "('text or number')";
    };
  }
}
