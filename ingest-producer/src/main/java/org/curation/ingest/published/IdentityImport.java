package org.curation.ingest.published;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.curation.ingest.source.LinkKey;
import org.curation.model.CurationId;
import org.curation.model.Identity;

/**
 * Finds the curations that a published site's documents were made of. Pure.
 *
 * @param identities to import, by curation
 * @param problems the site's own, and what matched nothing or more than one thing
 */
public record IdentityImport(List<Identity> identities, List<SiteProblem> problems) {
  /** Copies the lists. */
  public IdentityImport {
    identities = List.copyOf(identities);
    problems = List.copyOf(problems);
  }

  /**
   * Matches entries that name a curation with it, and the others by their link. Whatever is claimed
   * twice, a curation or a document id, is given to nobody.
   *
   * @param byLink the curations by {@linkplain LinkKey key} of their links
   */
  public static IdentityImport of(PublishedSite site, Map<String, Set<CurationId>> byLink) {
    Matching matching = new Matching(byLink);
    site.entries().forEach(matching::match);
    return matching.result(site.problems());
  }

  private record Match(CurationId id, PublishedEntry entry) {
    Identity identity() {
      return new Identity(
          id,
          entry.documentId(),
          entry.path().orElse(null),
          entry.addresses(),
          Identity.Origin.IMPORTED);
    }
  }

  private static final class Matching {
    private final Map<String, Set<CurationId>> byLink;
    private final List<Match> named = new ArrayList<>();
    private final List<Match> linked = new ArrayList<>();
    private final List<SiteProblem> problems = new ArrayList<>();

    Matching(Map<String, Set<CurationId>> byLink) {
      this.byLink = byLink;
    }

    void match(PublishedEntry entry) {
      if (entry.id().isPresent()) {
        named.add(new Match(entry.id().get(), entry));
        return;
      }
      Set<CurationId> candidates = candidates(entry);
      if (candidates.size() == 1) {
        linked.add(new Match(candidates.iterator().next(), entry));
        return;
      }
      String link = entry.link().orElse("");
      problem(
          entry,
          candidates.isEmpty()
              ? "matches no curation: it names none, and none has its link %s. Add id and source to its front matter, or import together with the record."
                  .formatted(link.isEmpty() ? "(it has none)" : link)
              : "matches several curations by its link: %s. Add id and source to its front matter."
                  .formatted(candidates));
    }

    IdentityImport result(List<SiteProblem> siteProblems) {
      Set<CurationId> byName = named.stream().map(Match::id).collect(Collectors.toSet());
      List<Match> matches = new ArrayList<>(named);
      for (Match match : linked) {
        if (byName.contains(match.id())) {
          problem(
              match.entry(),
              "matches %s by its link, but another document names it.".formatted(match.id()));
        } else {
          matches.add(match);
        }
      }
      List<Match> single =
          onlyOnce(onlyOnce(matches, Match::id), match -> match.entry().documentId());
      Map<CurationId, Identity> identities = new TreeMap<>();
      single.forEach(match -> identities.put(match.id(), match.identity()));
      List<SiteProblem> all = new ArrayList<>(siteProblems);
      all.addAll(problems);
      return new IdentityImport(List.copyOf(identities.values()), all);
    }

    private Set<CurationId> candidates(PublishedEntry entry) {
      Optional<String> source = entry.source();
      Set<CurationId> candidates = new TreeSet<>();
      entry
          .link()
          .map(link -> byLink.getOrDefault(LinkKey.of(link), Set.of()))
          .ifPresent(candidates::addAll);
      if (source.isPresent()) {
        candidates.removeIf(id -> !id.source().equals(source.get()));
      }
      return candidates;
    }

    private <K> List<Match> onlyOnce(Collection<Match> matches, Function<Match, K> key) {
      Map<K, List<Match>> groups = matches.stream().collect(Collectors.groupingBy(key));
      List<Match> single = new ArrayList<>();
      for (Match match : matches) {
        List<Match> group = groups.getOrDefault(key.apply(match), List.of());
        if (group.size() == 1) {
          single.add(match);
        } else {
          String files =
              group.stream().map(each -> each.entry().file()).collect(Collectors.joining(", "));
          problem(
              match.entry(),
              "%s is claimed by several documents: %s. Leave one of them."
                  .formatted(key.apply(match), files));
        }
      }
      return single;
    }

    private void problem(PublishedEntry entry, String message) {
      problems.add(new SiteProblem(entry.file(), entry.file() + ": " + message));
    }
  }
}
