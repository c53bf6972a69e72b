package org.curation.enrich.yaml;

import org.yaml.snakeyaml.nodes.Node;

/** Where the reader is, so that a problem can name it. */
public record Place(Problems problems, String file, int line, String key) {
  /** The place of a whole file. */
  public static Place file(Problems problems, String file) {
    return new Place(problems, file, 0, "");
  }

  /** The same file at another line, from 1. */
  public Place line(int newLine) {
    return new Place(problems, file, newLine, key);
  }

  /** A key below this place whose value (or name) is the node. */
  public Place child(String name, Node node) {
    return new Place(problems, file, lineOf(node), key.isEmpty() ? name : key + "." + name);
  }

  /** An element of the list at this place. */
  public Place element(int index, Node node) {
    return new Place(problems, file, lineOf(node), key + "[" + index + "]");
  }

  /** Reports what is wrong here. */
  public void problem(String message) {
    problems.add(new Problem(file, line, key, message));
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
