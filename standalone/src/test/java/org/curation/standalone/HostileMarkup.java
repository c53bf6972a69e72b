package org.curation.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Attacks on whoever reads a page: those of {@code vectors.txt}, and generated ones. */
final class HostileMarkup {
  static final Path FOLDER = Path.of("src", "test", "resources", "hostile-markup");

  private static final List<String> SCHEMES =
      List.of(
          "javascript:RUN",
          "JAVASCRIPT:RUN",
          "jAvAsCrIpT:RUN",
          " javascript:RUN",
          "\tjavascript:RUN",
          "\njavascript:RUN",
          "java\tscript:RUN",
          "java\nscript:RUN",
          "java\r\nscript:RUN",
          "javascript\t:RUN",
          "&#32;javascript:RUN",
          "&#x1;javascript:RUN",
          "&#0;javascript:RUN",
          "&Tab;javascript:RUN",
          "&NewLine;javascript:RUN",
          "java&#9;script:RUN",
          "java&#x0A;script:RUN",
          "java&Tab;script&colon;RUN",
          "&#106;avascript:RUN",
          "&#0000106avascript:RUN",
          "&#x6A;&#x61;&#x76;&#x61;&#x73;&#x63;&#x72;&#x69;&#x70;&#x74;&#x3A;RUN",
          "javascript&colon;RUN",
          "javascript&#58;RUN",
          "javascript&#x3a;RUN",
          "javascript://%0aRUN",
          "javascript://example.org/%0aRUN",
          "javascript:/*http://*/RUN",
          "javascript:void(RUN)",
          "vbscript:RUN",
          "livescript:RUN",
          "data:text/html,<script>RUN</script>",
          "data:text/html;base64,PHNjcmlwdD48L3NjcmlwdD4=",
          "data:image/svg+xml,<svg onload=RUN>",
          "data:application/xhtml+xml,x",
          "DATA:text/html,x",
          "blob:http://x/y",
          "filesystem:http://x/y",
          "file:///etc/passwd",
          "view-source:javascript:RUN",
          "feed:javascript:RUN");

  private static final List<String> PLACES =
      List.of(
          "<a href=\"%s\">a</a>",
          "<a href='%s'>a</a>",
          "<p>a <a title=b href=\"%s\" rel=c>a</a></p>",
          "<map name=m><area shape=default href=\"%s\"></map><img usemap=#m src=x>",
          "<iframe src=\"%s\"></iframe>",
          "[a](%s)",
          "[a](<%s>)",
          "[a][b]\n\n[b]: %s",
          "![a](%s)",
          "<blockquote cite=\"%s\">a</blockquote>");

  private static final List<String> HANDLERS =
      List.of(
          "onload",
          "onerror",
          "onmouseover",
          "onmouseenter",
          "onclick",
          "onfocus",
          "onpointerover",
          "onkeydown",
          "onscroll",
          "ontoggle",
          "onanimationstart",
          "onbeforetoggle",
          "oncut",
          "onwheel");

  private static final List<String> TAGS =
      List.of(
          "<p %s>a</p>",
          "<a href=# %s>a</a>",
          "<img src=x %s>",
          "<img src=\"x\"%s>",
          "<b/%s>a</b>",
          "<table><tr><td %s>a</td></tr></table>",
          "<x-y %s>a</x-y>",
          "<svg %s></svg>");

  private HostileMarkup() {}

  /** Attacks as they were written, without a place to call. */
  static List<String> written() {
    try {
      return Files.readAllLines(FOLDER.resolve("vectors.txt")).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> line.replace('⏎', '\n').replace('⇥', '\t').replace('␍', '\r'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every scheme in some of the places, every handler in some of the tags. */
  static List<String> generated() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < SCHEMES.size(); i++) {
      for (int j = 0; j < PLACES.size(); j++) {
        // Each scheme in the commonest places, the others in turns.
        if (j == 0 || j == 5 || (i + j) % 5 == 0) {
          all.add(PLACES.get(j).formatted(SCHEMES.get(i)));
        }
      }
    }
    for (int i = 0; i < HANDLERS.size(); i++) {
      for (int j = 0; j < TAGS.size(); j++) {
        if ((i + j) % 3 == 0) {
          all.add(TAGS.get(j).formatted(HANDLERS.get(i) + "=RUN"));
        }
      }
    }
    return all;
  }

  static List<String> all() {
    List<String> all = new ArrayList<>(written());
    all.addAll(generated());
    return all;
  }

  /** An attack that tells the browser's page or the server who it was. */
  static String armed(String attack, int id) {
    return attack.replace("RUN", "top.f(" + id + ")").replace("URL", "/canary/" + id);
  }
}
