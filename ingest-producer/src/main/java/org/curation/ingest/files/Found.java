package org.curation.ingest.files;

/**
 * One element of a file.
 *
 * @param file relative name of the file, with {@code /}
 * @param element 0 for the whole file, else the line or the position in a collection, from 1
 * @param part position in a collection that stands in one line, from 1; else 0
 */
record Found(String file, int element, int part, Shape shape) {
  Found(String file, int element, Shape shape) {
    this(file, element, 0, shape);
  }

  /** For people. */
  String origin() {
    return element == 0 ? file : file + "#" + place();
  }

  /** Equal for the same place, so that a second run replaces the letter. */
  String letterId() {
    return "ingest/file/" + file + "#" + place();
  }

  private String place() {
    return part == 0 ? Integer.toString(element) : element + "." + part;
  }
}
