package org.curation.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.curation.service.UserError;

/** Compares rendered documents with files that say what they should be. */
public final class ExpectedDocuments {
  private static final byte[] START = "---\n".getBytes(StandardCharsets.UTF_8);

  private ExpectedDocuments() {}

  /**
   * Each expected file must be, byte for byte, one of the rendered documents.
   *
   * @return one line for each file that is not, naming the first line that differs from the closest
   *     document; empty when all are
   */
  public static List<String> differences(Path expected, Map<String, byte[]> rendered)
      throws IOException {
    List<String> differences = new ArrayList<>();
    Map<String, byte[]> files = read(expected);
    if (files.isEmpty()) {
      throw new UserError(
          "%s holds no file that starts with ---, so there is nothing to compare with"
              .formatted(expected));
    }
    files.forEach(
        (name, bytes) -> {
          if (rendered.values().stream().noneMatch(document -> Arrays.equals(document, bytes))) {
            differences.add(describe(name, bytes, rendered));
          }
        });
    return differences;
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length >= START.length
            && Arrays.equals(Arrays.copyOf(bytes, START.length), START)) {
          files.put(folder.relativize(file).toString(), bytes);
        }
      }
    }
    return files;
  }

  private static String describe(String name, byte[] expected, Map<String, byte[]> rendered) {
    List<String> want = lines(expected);
    String closest = "";
    int best = -1;
    for (Map.Entry<String, byte[]> document : rendered.entrySet()) {
      int common = commonLines(want, lines(document.getValue()));
      if (common > best) {
        best = common;
        closest = document.getKey();
      }
    }
    byte[] bytes = rendered.get(name);
    if (bytes != null) {
      closest = name;
    } else {
      bytes = rendered.get(closest);
    }
    if (bytes == null || (!closest.equals(name) && best * 2 < want.size())) {
      return name + ": was not rendered, nor anything like it";
    }
    List<String> got = lines(bytes);
    int line = 0;
    while (line < want.size() && line < got.size() && want.get(line).equals(got.get(line))) {
      line++;
    }
    return "%s:%d: expected \"%s\", but %s has \"%s\""
        .formatted(name, line + 1, at(want, line), closest, at(got, line));
  }

  private static int commonLines(List<String> a, List<String> b) {
    List<String> rest = new ArrayList<>(b);
    return (int) a.stream().filter(rest::remove).count();
  }

  private static String at(List<String> lines, int line) {
    String text = line < lines.size() ? lines.get(line) : "<end>";
    return text.length() <= 120 ? text : text.substring(0, 120) + "…";
  }

  private static List<String> lines(byte[] bytes) {
    return List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
  }
}
