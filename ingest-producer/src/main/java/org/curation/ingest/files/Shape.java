package org.curation.ingest.files;

import java.util.List;
import java.util.Set;
import org.curation.ingest.dropmark.DropmarkItem;
import org.curation.ingest.openproject.WorkPackage;
import org.curation.ingest.openproject.WorkPackageSchema;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.Offering;
import org.curation.model.SourceEvent;
import org.jspecify.annotations.Nullable;

/** What the content of a file, or one element of it, turned out to be. */
sealed interface Shape {

  record WorkPackageItem(WorkPackage item, SourceEvent event) implements Shape {}

  /**
   * A Dropmark item.
   *
   * @param export the name of the public export that lists it; null when it stands alone
   */
  record Mark(DropmarkItem item, @Nullable String export) implements Shape {}

  record Offered(Offering offering) implements Shape {}

  record Withdrawn(long offeringId) implements Shape {}

  /**
   * Somebody deleted an item.
   *
   * @param number null for: whatever version is known
   */
  record Deletion(CurationId id, @Nullable Long number) implements Shape {}

  record Schema(WorkPackageSchema schema) implements Shape {}

  record AttachmentList(CurationId id, List<AttachmentRef> attachments) implements Shape {}

  record Project(String href, ProjectRef project) implements Shape {}

  /** Content that belongs to a record, but is none. */
  record Ignored() implements Shape {}

  /**
   * Fine, but nothing to publish.
   *
   * @param about the items that it mentions
   */
  record Skip(String reason, Set<CurationId> about) implements Shape {}

  /**
   * Not to be believed, or not readable.
   *
   * @param about the items that it claims to be about
   * @param partial whether the directory might list more than could be read
   */
  record Reject(String reason, String message, Set<CurationId> about, boolean partial)
      implements Shape {}

  /**
   * No record.
   *
   * @param foreign whether it isn't even the beginning of one, but some other thing
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Undecodable(String reason, String message, byte[] bytes, boolean foreign)
      implements Shape {}
}
