package org.curation.enrich.body;

import java.util.List;

/**
 * A body as it shall be published.
 *
 * @param notes what was done to it, in order; empty when it is as the editor wrote it
 */
public record TreatedBody(String text, List<Note> notes) {
  /**
   * One thing that was done.
   *
   * @param rule in a few words
   * @param detail what it concerned, with counts, for people
   */
  public record Note(String rule, String detail) {}

  /** Copies the list. */
  public TreatedBody {
    notes = List.copyOf(notes);
  }
}
