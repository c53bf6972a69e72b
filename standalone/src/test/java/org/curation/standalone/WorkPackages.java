package org.curation.standalone;

import java.nio.file.Path;

/** Writes saved work packages for tests, in the shape of OpenProject's API. */
final class WorkPackages {
  private WorkPackages() {}

  static void schema(Path from, int project) {
    Runs.write(
        from.resolve("schemas/%d-8.json".formatted(project)),
        """
        {"_type":"Schema","customField1":{"type":"String","name":"Clean URL"},
         "customField2":{"type":"String","name":"Medigy Topics"},
         "_links":{"self":{"href":"/api/v3/work_packages/schemas/%d-8"}}}
        """
            .formatted(project));
  }

  static Path workPackage(
      Path from, String file, int id, int version, String title, int project, String identifier) {
    return Runs.write(
        from.resolve(file),
        """
        {"_type":"WorkPackage","id":%d,"lockVersion":%d,"subject":"%s",
         "description":{"format":"markdown","raw":"<p>Body %d of %s.</p>"},
         "createdAt":"2024-01-01T08:00:00Z","updatedAt":"2024-01-%02dT08:00:00Z",
         "customField1":"https://www.care.example.org/%d","customField2":"[\\"KLAS: Care\\"]",
         "_embedded":{"project":{"_type":"Project","id":%d,"identifier":"%s","name":"Care"},
           "type":{"name":"Curated Content"},"status":{"name":"New"},"author":{"name":"Ann"},
           "attachments":{"_type":"Collection","_embedded":{"elements":[
             {"_type":"Attachment","id":%d,"fileName":"Curated_Featured_Image.png",
              "_links":{"staticDownloadLocation":{"href":"/api/v3/attachments/%d/content"}}}]},
              "_links":{"self":{"href":"/api/v3/work_packages/%d/attachments"}}}},
         "_links":{"self":{"href":"/api/v3/work_packages/%d"},
           "schema":{"href":"/api/v3/work_packages/schemas/%d-8"},
           "project":{"href":"/api/v3/projects/%d","title":"Care"},
           "type":{"href":"/api/v3/types/8","title":"Curated Content"}}}
        """
            .formatted(
                id,
                version,
                title,
                version,
                title,
                version + 1,
                id,
                project,
                identifier,
                id + 1000,
                id + 1000,
                id,
                id,
                project,
                project));
  }

  /** The image that the attachment of a work package points to. */
  static void image(Path from, int id) throws java.io.IOException {
    var picture =
        new java.awt.image.BufferedImage(40, 20, java.awt.image.BufferedImage.TYPE_INT_RGB);
    Path file = from.resolve("images/%d/Curated_Featured_Image.png".formatted(id + 1000));
    java.nio.file.Files.createDirectories(file.getParent());
    javax.imageio.ImageIO.write(picture, "png", file.toFile());
  }
}
