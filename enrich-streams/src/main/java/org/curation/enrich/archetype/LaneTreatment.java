package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.curation.enrich.body.BodyRule;
import org.curation.enrich.description.DescriptionRule;
import org.curation.enrich.gate.PublicationRule;
import org.curation.model.Document;
import org.jspecify.annotations.Nullable;

/** What becomes of a lane's records. */
public sealed interface LaneTreatment {
  /**
   * They are not published.
   *
   * @param reason for people
   */
  record Ignored(String reason) implements LaneTreatment {}

  /**
   * They become documents.
   *
   * @param archetype base name of the archetype file
   * @param documentId what the permanent name is hashed from
   * @param documentIdSuffix written behind the permanent name; may be empty
   * @param featuredImage file name of the featured image; null when the lane publishes none
   * @param assets file names of what else is published beside a document
   * @param link how links are treated
   * @param description how descriptions are made
   * @param body how bodies are treated
   * @param frontMatter how front matter is written
   * @param layout where files go
   * @param relatedOfferings the most that are attached: 0 none, {@link #ALL} no limit
   * @param topicsField camel-case name of the custom field that holds the topics
   * @param holdForCapture whether nothing is published before captures are answered
   * @param duplicates what becomes of an item whose link an older item has
   * @param publication which items are published, and when
   * @param descriptionLength the most characters of a description that {@link DescriptionRule#BEST}
   *     makes
   * @param relatedOfferingsMinimum the least weight of an offering that is attached; see {@link
   *     org.curation.enrich.offering.Weight}
   * @param topicNames how topics are written
   */
  record Shaped(
      String archetype,
      Template documentId,
      String documentIdSuffix,
      @Nullable Template featuredImage,
      AssetNames assets,
      LinkRule link,
      DescriptionRule description,
      BodyRule body,
      Document.Style frontMatter,
      Layout layout,
      int relatedOfferings,
      String topicsField,
      boolean holdForCapture,
      DuplicateRule duplicates,
      PublicationRule publication,
      int descriptionLength,
      long relatedOfferingsMinimum,
      TopicRule topicNames)
      implements LaneTreatment {
    /** No limit of related offerings. */
    public static final int ALL = Integer.MAX_VALUE;

    /**
     * The permanent name of a new document.
     *
     * @param variables those of {@link VariableNames#FOR_DOCUMENT_ID}
     */
    public String newDocumentId(ObjectNode variables) {
      return Uuid5.url(documentId.text(variables)) + documentIdSuffix;
    }

    /**
     * The file name of the featured image; null when the lane publishes none.
     *
     * @param variables those of {@link VariableNames#FOR_FEATURED_IMAGE}
     */
    public @Nullable String featuredImageName(ObjectNode variables) {
      return featuredImage == null ? null : featuredImage.text(variables);
    }
  }

  /** How a lane treats links. */
  enum LinkRule {
    /** Untouched, also fragments and campaign parameters. */
    AS_CURATED,
    /** Cleaned: unwrapped and without what tracks readers. */
    CLEANED
  }

  /** What becomes of an item whose link an older item, of whatever lane, has. */
  enum DuplicateRule {
    /** It is published like any other. */
    PUBLISH,
    /** It is not published as long as the older one has the link. */
    WITHHOLD,
    /** It is published and names the older one's document in {@code duplicateOf}. */
    POINT_TO_FIRST
  }

  /** How a lane writes topics. */
  enum TopicRule {
    /** As the curator wrote them. */
    AS_CURATED,
    /** By the names of the site's table of topics, each once. */
    MERGED
  }

  /** Where a lane's files go. */
  enum Layout {
    /** A folder for each document, with its images beside it. */
    BUNDLE,
    /** Documents and images side by side in one folder. */
    FLAT
  }
}
