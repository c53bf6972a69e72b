package org.curation.enrich.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.body.BodyTreatment;
import org.curation.enrich.description.Cleaning;
import org.curation.enrich.description.DescribedPage;
import org.curation.enrich.description.DescriptionCandidate;
import org.curation.enrich.description.DescriptionRule;
import org.curation.enrich.description.ItemDescription;
import org.curation.enrich.description.JudgedCandidate;
import org.curation.enrich.page.PageMetadata;
import org.curation.enrich.record.CuratedItem;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.Resource;
import org.curation.model.CaptureKey;
import org.curation.model.CleanText;
import org.curation.model.Provenance.Candidate;
import org.curation.model.Provenance.Step;
import org.jspecify.annotations.Nullable;

/** Makes an item's description by its lane's rule. Pure. */
final class Describing {
  /** Names of meta elements that describe a page, as they are remembered. */
  private static final SortedMap<String, String> SOURCES =
      new TreeMap<>(
          Map.of(
              "ogdescription", "og:description",
              "description", "meta:description",
              "twitterdescription", "twitter:description"));

  private static final String FIELD = "description";

  private Describing() {}

  /**
   * The description; empty when nothing is good.
   *
   * @param steps gets how it came about, when there was a choice
   * @param fields gets what else could have been chosen
   */
  static String describe(
      CurationState state, CuratedItem item, Shaped lane, List<Step> steps, FieldLog fields) {
    // What the lane takes out of the body, such as "Read on example.com", describes nothing.
    String written = CleanText.ofBody(item.body()).text();
    String body =
        lane.description() == DescriptionRule.BEST
            ? BodyTreatment.asHtml(
                BodyTreatment.treat(written, lane.body(), UnaryOperator.identity()).text(),
                lane.body())
            : written;
    String rule = lane.description().name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (lane.description() != DescriptionRule.BEST) {
      String text = lane.description().describe(body);
      fields.add(FIELD, text, rule, "body");
      return text;
    }
    ItemDescription description = ItemDescription.of(item.title(), body, page(state));
    String source = description.source();
    steps.add(
        new Step(
            "description",
            source == null ? "nothing is good" : "taken from " + source,
            description.judged().stream()
                .map(Describing::phrase)
                .collect(Collectors.joining("; "))));
    String text = description.cut(lane.descriptionLength());
    fields.add(
        FIELD,
        text,
        rule,
        source,
        List.of(),
        description.judged().stream()
            .filter(each -> !each.source().equals(source))
            .map(each -> new Candidate(each.source(), each.text(), each.rejected()))
            .toList());
    return text;
  }

  private static String phrase(JudgedCandidate candidate) {
    String rejected = candidate.rejected();
    return "%s: %s".formatted(candidate.source(), rejected == null ? candidate.score() : rejected);
  }

  private static DescribedPage page(CurationState state) {
    Resource.Answer answer = answer(state, CaptureKey.PAGE);
    DescribedPage page = answer == null ? null : answer.described();
    if (page != null && !page.descriptions().isEmpty()) {
      return page;
    }
    List<DescriptionCandidate> known = new ArrayList<>();
    // An answer from before descriptions were kept, and what the curation extension saw.
    remembered(answer, known);
    remembered(answer(state, CaptureKey.EXTENSION_CURATION), known);
    return new DescribedPage(known, page == null ? null : page.language());
  }

  private static void remembered(
      Resource.@Nullable Answer answer, List<DescriptionCandidate> candidates) {
    PageMetadata metadata = answer == null ? null : answer.page();
    if (metadata != null) {
      SOURCES.forEach(
          (name, source) -> {
            String text = metadata.meta().get(name);
            if (text != null) {
              candidates.add(new DescriptionCandidate(source, Cleaning.ofTag(text)));
            }
          });
    }
  }

  private static Resource.@Nullable Answer answer(CurationState state, String resource) {
    Resource asked = state.resources().get(resource);
    return asked == null ? null : asked.answer();
  }
}
