package org.curation.enrich.archetype;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.curation.enrich.link.UrlCleaner;
import org.curation.enrich.link.rules.UrlRules;
import org.curation.enrich.offering.TopicTable;
import org.curation.enrich.yaml.Problems;
import org.curation.model.CanonicalJson;

/**
 * The shapes of a site's documents: lanes and the archetypes that they name. Unchangeable; safe for
 * use by threads.
 *
 * @param lanes which record is treated how
 * @param archetypes by base name
 * @param links cleans links by the site's rules
 * @param topics which names mean one topic
 * @param hash SHA-256 over the files, lower-case hexadecimal; equal files give equal documents
 */
public record SiteConfiguration(
    LaneTable lanes,
    Map<String, Archetype> archetypes,
    UrlCleaner links,
    TopicTable topics,
    String hash) {
  /**
   * One more when the program makes other documents of the same files, so that the next start
   * brings all documents in line.
   */
  private static final int FORM = 1;

  /** Copies the map. */
  public SiteConfiguration {
    archetypes = Collections.unmodifiableMap(new TreeMap<>(archetypes));
  }

  /**
   * Reads and checks {@code lanes.yaml}, {@code archetypes/*.md} and, where they are, {@code
   * topics.yaml} and {@code url-rules.yaml} in a folder.
   *
   * @throws SiteConfigurationException when anything is wrong; it names everything that is
   */
  public static SiteConfiguration load(Path siteDir) {
    Problems problems = new Problems();
    SiteFiles files = SiteFiles.read(siteDir, problems);
    SortedMap<String, Archetype> archetypes = new TreeMap<>();
    files
        .archetypes()
        .forEach(
            (name, text) ->
                archetypes.put(
                    name,
                    Archetype.parse(SiteFiles.ARCHETYPES + "/" + name + ".md", text, problems)));
    String lanesText = files.lanes();
    LaneTable lanes =
        lanesText == null
            ? new LaneTable(List.of())
            : LanesParser.parse(SiteFiles.LANES, lanesText, files.archetypeNames(), problems);
    UrlCleaner links = new UrlCleaner(UrlRules.ofSite(siteDir, problems));
    String topicsText = files.topics();
    TopicTable topics =
        topicsText == null
            ? TopicTable.EMPTY
            : TopicsParser.parse(SiteFiles.TOPICS, topicsText, problems);
    if (!problems.isEmpty()) {
      throw new SiteConfigurationException(problems.list());
    }
    String hash = files.hash() + links.rules().hash();
    return new SiteConfiguration(
        lanes,
        archetypes,
        links,
        topics,
        CanonicalJson.sha256(hash.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Another text when the same records may become other documents: other files, other built-in
   * rules, another way of the program.
   */
  public String fingerprint() {
    return FORM + "/" + hash + "/" + topics.fingerprint();
  }

  /**
   * The archetype of a lane of this configuration.
   *
   * @throws IllegalArgumentException when the lane is of another configuration
   */
  public Archetype archetypeOf(LaneTreatment.Shaped treatment) {
    Archetype archetype = archetypes.get(treatment.archetype());
    if (archetype == null) {
      throw new IllegalArgumentException("no archetype \"" + treatment.archetype() + "\"");
    }
    return archetype;
  }
}
