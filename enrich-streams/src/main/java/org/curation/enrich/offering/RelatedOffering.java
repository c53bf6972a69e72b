package org.curation.enrich.offering;

import java.util.List;
import java.util.Locale;
import org.curation.model.Offering;

/**
 * An offering as a document shows it. The permalink's rule is recovered from the seeds: lower case,
 * each space a dash, runs kept.
 */
public record RelatedOffering(
    String label, String permalink, List<String> categories, long offeringId) {
  /** The form of an offering. */
  public static RelatedOffering of(Offering offering) {
    return new RelatedOffering(
        offering.label(),
        "/offering/" + offering.label().toLowerCase(Locale.ROOT).replace(' ', '-'),
        offering.categories(),
        offering.offeringId());
  }
}
