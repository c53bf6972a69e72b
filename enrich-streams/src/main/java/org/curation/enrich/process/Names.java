package org.curation.enrich.process;

/** Names of processors, stores and sinks. They are part of state on brokers: never change one. */
public final class Names {
  public static final String OFFERINGS_SOURCE = "offerings-source";
  public static final String FAN_OUT = "offering-fan-out";
  public static final String FAN_OUT_SINK = "offering-changes-sink";
  public static final String ROUNDS_SINK = "offering-rounds-sink";
  public static final String CURATION_SOURCE = "curation-source";
  public static final String CURATION = "curation";
  public static final String DOCUMENTS_SINK = "documents-sink";
  public static final String IDENTITIES_SINK = "identities-sink";
  public static final String ACCEPTED_SINK = "accepted-sink";
  public static final String REQUESTS_SINK = "capture-requests-sink";
  public static final String CANCELLATIONS_SINK = "capture-cancellations-sink";
  public static final String OFFERING_LETTERS_SINK = "offering-dead-letters-sink";
  public static final String LETTERS_SINK = "dead-letters-sink";

  public static final String CLAIMS_SINK = "claims-sink";
  public static final String CLAIM_SOURCE = "claim-source";
  public static final String CLAIM = "claim";
  public static final String CLAIM_RESULTS_SINK = "claim-results-sink";
  public static final String CLAIM_LETTERS_SINK = "claim-dead-letters-sink";

  /** Curation id → state. */
  public static final String CURATIONS = "curations";

  /** Offering id → offering, the whole table in every task. */
  public static final String OFFERINGS = "offerings";

  /** Category, NUL, curation id → nothing: which curations a changed offering touches. */
  public static final String CATEGORIES = "categories";

  /** Time in milliseconds with 19 digits, NUL, curation id → nothing: whose time comes when. */
  public static final String WAKE_UPS = "wake-ups";

  /** Curation id → the offerings that its document wants and got. */
  public static final String RELATIONS = "relations";

  /** Which categories have documents that wait for changed offerings, and how far that has come. */
  public static final String DIRTY_CATEGORIES = "dirty-categories";

  /** Claimed name → who has it. */
  public static final String CLAIMS = "claims";

  /** Claimed name, NUL, curation id → claimant. */
  public static final String CLAIMANTS = "claimants";

  /** Claimed name, NUL, rank → curation id. */
  public static final String CLAIM_RANKS = "claim-ranks";

  private Names() {}
}
