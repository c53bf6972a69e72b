package org.curation.ingest.openproject;

import java.util.List;
import java.util.Optional;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;

/** What is known beside a work package's own payload. */
public interface Surroundings {
  /** The schema of an address. */
  Optional<WorkPackageSchema> schema(String href);

  /** The project of an address. */
  Optional<ProjectRef> project(String href);

  /** The attachments of a work package; an empty list when it is known to have none. */
  Optional<List<AttachmentRef>> attachments(CurationId id);

  /** Whether nothing was asked for in vain that another time may be had. */
  default boolean isComplete() {
    return true;
  }
}
