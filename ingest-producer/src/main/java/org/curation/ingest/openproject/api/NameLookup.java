package org.curation.ingest.openproject.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.curation.ingest.source.Fields;
import org.curation.service.Suggestion;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of projects and types that people know by name. For one thread. */
public final class NameLookup {
  private static final int PAGE_SIZE = 200;
  private static final int MOST_PAGES = 1000;

  private final OpenProjectClient client;

  /** Asks by a client. */
  public NameLookup(OpenProjectClient client) {
    this.client = client;
  }

  /**
   * The query for configured projects and types.
   *
   * @param projects identifiers, names or numbers; none means all that the token's user may see
   * @param types names or numbers; none means all
   * @throws ApiTroubleException when OpenProject can't be asked, or doesn't know one; all unknown
   *     ones are told at once
   */
  public WorkPackageQuery query(List<String> projects, List<String> types) {
    List<String> unknown = new ArrayList<>();
    List<String> projectIds =
        projects.isEmpty()
            ? List.of()
            : numbers("project", projects, named("/api/v3/projects", true), unknown);
    List<String> typeIds =
        types.isEmpty()
            ? List.of()
            : numbers("type", types, named("/api/v3/types", false), unknown);
    if (!unknown.isEmpty()) {
      throw new ApiTroubleException(String.join(" ", unknown));
    }
    return new WorkPackageQuery(projectIds, typeIds);
  }

  private static List<String> numbers(
      String kind, List<String> wanted, Map<String, String> known, List<String> unknown) {
    Set<String> numbers = new LinkedHashSet<>();
    for (String each : wanted) {
      String number = known.get(each.toLowerCase(Locale.ROOT));
      if (number == null) {
        Set<String> names = new TreeSet<>(known.keySet());
        names.removeIf(name -> name.matches("\\d+"));
        unknown.add(
            "ingest.openproject.%ss: OpenProject shows the token's user no %s \"%s\"%s. Check its name and the user's membership."
                .formatted(kind, kind, each, Suggestion.phrase(each, names)));
      } else {
        numbers.add(number);
      }
    }
    return List.copyOf(numbers);
  }

  /** Numbers by identifier, name and number, in lower case; an identifier wins over a name. */
  private Map<String, String> named(String path, boolean paged) {
    Map<String, String> byName = new TreeMap<>();
    Map<String, String> byIdentifier = new TreeMap<>();
    for (int number = 1; number <= MOST_PAGES; number++) {
      String query = "?filters=%5B%5D&offset=" + number + "&pageSize=" + PAGE_SIZE;
      Page page = Page.of(client.get(paged ? path + query : path, "Collection"));
      for (JsonNode row : page.rows()) {
        String id = Fields.id(row, "id");
        if (id != null) {
          byIdentifier.put(id, id);
          add(byIdentifier, Fields.words(row, "identifier"), id);
          add(byName, Fields.words(row, "name"), id);
        }
      }
      if (!paged || page.isLast()) {
        break;
      }
    }
    byName.putAll(byIdentifier);
    return byName;
  }

  private static void add(Map<String, String> names, @Nullable String name, String id) {
    if (name != null) {
      names.putIfAbsent(name.toLowerCase(Locale.ROOT), id);
    }
  }
}
