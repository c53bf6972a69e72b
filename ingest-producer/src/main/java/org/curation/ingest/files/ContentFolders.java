package org.curation.ingest.files;

import java.nio.file.Path;

/** Tells folders of content (images, pages, attached files) from folders of records. Pure. */
final class ContentFolders {
  private ContentFolders() {}

  /** Whether a relative folder is, or lies below, {@code images}, {@code pages} or attachments. */
  static boolean isContent(Path folder) {
    for (int i = 0; i < folder.getNameCount(); i++) {
      String name = folder.getName(i).toString();
      if (name.equals("images")
          || name.equals("pages")
          || (i > 0 && name.equals("content") && isAttachments(folder.getName(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAttachments(Path name) {
    return name.toString().equals("attachments");
  }
}
