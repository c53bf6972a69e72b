package org.curation.ingest.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.curation.ingest.openproject.Surroundings;
import org.curation.ingest.openproject.WorkPackage;
import org.curation.ingest.openproject.WorkPackageContext;
import org.curation.ingest.openproject.WorkPackageSchema;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/** What the files of a directory tell about each other's records, whatever order they come in. */
final class ContextIndex implements Surroundings {
  private final Newest<String, WorkPackageSchema> schemas = new Newest<>();
  private final Newest<String, ProjectRef> projects = new Newest<>();
  private final Newest<CurationId, List<AttachmentRef>> attachments = new Newest<>();
  private final Newest<CurationId, String> collections = new Newest<>();

  void add(Shape shape) {
    switch (shape) {
      case Shape.Schema found -> schemas.add(found.schema().href(), Instant.MIN, found.schema());
      case Shape.Project found -> projects.add(found.href(), Instant.MAX, found.project());
      case Shape.AttachmentList found ->
          // A list of its own wins over what records embed.
          attachments.add(found.id(), Instant.MAX, found.attachments());
      case Shape.WorkPackageItem found -> embedded(found.item());
      case Shape.Mark found -> {
        String name = found.export() == null ? found.item().collection() : found.export();
        if (name != null) {
          collections.add(found.item().id(), time(found.item().updatedAt()), name);
        }
      }
      default -> {}
    }
  }

  @Override
  public Optional<WorkPackageSchema> schema(String href) {
    return schemas.find(href);
  }

  @Override
  public Optional<ProjectRef> project(String href) {
    return projects.find(href);
  }

  @Override
  public Optional<List<AttachmentRef>> attachments(CurationId id) {
    return attachments.find(id);
  }

  /** The name of the collection that a Dropmark item belongs to. */
  Optional<String> collection(CurationId id) {
    return collections.find(id);
  }

  private void embedded(WorkPackage item) {
    Instant time = time(item.updatedAt());
    ProjectRef project = WorkPackageContext.embeddedProject(item.payload());
    String href = WorkPackageContext.projectHref(item.payload());
    if (project != null && href != null) {
      projects.add(href, time, project);
    }
    List<AttachmentRef> embedded = WorkPackageContext.embeddedAttachments(item.payload());
    if (embedded != null) {
      attachments.add(item.id(), time, embedded);
    }
  }

  private static Instant time(@Nullable Instant updatedAt) {
    return updatedAt == null ? Instant.MIN : updatedAt;
  }
}
