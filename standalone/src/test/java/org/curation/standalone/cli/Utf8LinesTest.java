package org.curation.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf8LinesTest {
  @Test
  void shouldEndLinesAsTextsOfAllSystemsDo() throws IOException {
    assertThat(lines("a\r\nb\n\nc\rd", 9)).containsExactly("1 a", "2 b", "3 ", "4 c", "5 d");
    assertThat(lines("a\r\n\r\nb\r\n", 9)).containsExactly("1 a", "2 ", "3 b");
    assertThat(lines("", 9)).isEmpty();
    assertThat(lines("\n", 9)).containsExactly("1 ");
  }

  @Test
  void shouldPassOverWhatIsTooLong() throws IOException {
    assertThat(lines("abc\nabcd\nüx\nüxx\nab", 3))
        .containsExactly(
            "1 abc", "2 is longer than 3 bytes", "3 üx", "4 is longer than 3 bytes", "5 ab");
  }

  private static List<String> lines(String text, int mostBytes) throws IOException {
    Utf8Lines in =
        new Utf8Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), mostBytes);
    List<String> found = new ArrayList<>();
    for (Utf8Lines.Line line = in.next(); line != null; line = in.next()) {
      found.add(line.number() + " " + (line.problem() == null ? line.text() : line.problem()));
    }
    return found;
  }
}
