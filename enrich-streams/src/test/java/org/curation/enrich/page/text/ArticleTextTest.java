package org.curation.enrich.page.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ArticleTextTest {
  private static final String LEAD =
      "Rope that was kept dry holds longer, and a knot that was tied well holds as long as it.";
  private static final String PROSE =
      "<p>Sailors knew this for as long as there were sails, and they wrote it down, now and then,"
          + " between the weather and the fish that they ate.</p>"
          + "<p>What they left out is how long it takes to learn, how sore the hands are, and why"
          + " nobody ties a bowline when a clove hitch will do, at least in calm water.</p>";
  private static final String MENU =
      "<ul class=menu><li><a href=/a>All about ropes and where we buy them</a>"
          + "<li><a href=/b>All about sails and where we sew them</a></ul>";

  @Test
  void shouldFindTheFirstParagraphOfTheArticle() {
    // Given
    String page =
        "<div id=header><p>The magazine for people who own boats, or would like to own one.</p></div>"
            + MENU
            + "<div class=content><h1>Rope</h1><p>%s</p>%s</div>".formatted(LEAD, PROSE)
            + "<div class=sidebar><p>Most read this week, and most forgotten in the next one, too.</p>"
            + "</div><footer><p>All that is written here is ours, and nobody else may have it.</p>";

    // When
    ArticleText text = read(page);

    // Then
    assertThat(text.first()).isEqualTo(LEAD);
    assertThat(text.root()).isNotNull();
    assertThat(text.root().className()).isEqualTo("content");
    assertThat(text.paragraphs()).hasSize(3).first().isEqualTo(LEAD);
  }

  @Test
  void shouldPassByWhatOnlyLooksLikeAParagraph() {
    // Given
    String page =
        "<article><p>Rope</p><p>By Ann Bell and Carl Rees</p><p>Published on 3 May 2019, 10:15</p>"
            + "<p class=byline>Ann Bell writes on ropes, sails and all that goes with them</p>"
            + "<figure><img src=a.jpg><figcaption><p>A rope on a ship, a long time ago, in the sun."
            + "</p></figcaption></figure>"
            + "<p>We use cookies to make this page what it is, and we always will.</p>"
            + "<p>Subscribe to our letter and read each week what others read later.</p>"
            + "<p><a href=/x>Also read: the ten best ropes that money can buy this year</a></p>"
            + "<p>Photo: somebody with a camera, who was there when the rope was made</p>"
            + "<p hidden>This can be read by nobody, however long it may be, so it counts not.</p>"
            + "<p>%s</p>%s</article>".formatted(LEAD, PROSE);

    // When / Then
    assertThat(read(page).first()).isEqualTo(LEAD);
  }

  @Test
  void shouldReadParagraphsThatNoTagCallsSo() {
    // Given
    String rest = PROSE.replace("<p>", "").replace("</p>", "<br>&nbsp;<br>");
    String byDivs = PROSE.replace("p>", "div>");

    // When / Then
    assertThat(read("<div>%s<br><br>%s</div>".formatted(LEAD, rest)).first()).isEqualTo(LEAD);
    assertThat(read("<table><tr><td><br><br>%s<br><br>%s</table>".formatted(LEAD, rest)).first())
        .isEqualTo(LEAD);
    assertThat(read("<div><div>%s</div>%s</div>".formatted(LEAD, byDivs)).first()).isEqualTo(LEAD);
    assertThat(read("<section>%s</section>".formatted(LEAD)).first()).isEqualTo(LEAD);
  }

  @Test
  void shouldPartLinesByASpace() {
    // Given
    String lead = "Rope that was kept<br>dry <b>holds</b>&nbsp; longer,<br> and a <i>kn</i>ot too.";

    // When / Then
    assertThat(read("<article><p>%s</p>%s".formatted(lead, PROSE)).first())
        .isEqualTo("Rope that was kept dry holds longer, and a knot too.");
  }

  @Test
  void shouldReadScriptsWithoutSpaces() {
    // Given
    String lead = "宇航员在太空中喝酒会怎么样呢？后果很严重。";

    // When / Then
    assertThat(read("<article><p>2019年4月21日</p><p>%s</p></article>".formatted(lead)).first())
        .isEqualTo(lead);
  }

  @Test
  void shouldTakeAShortSentenceWhenThereIsNoLongOne() {
    assertThat(read("<article><p>Rope</p><p>Keep it dry, friend.</p></article>").first())
        .isEqualTo("Keep it dry, friend.");
  }

  @Test
  void shouldFindNothingWhereNothingIs() {
    assertThat(read("").root()).isNull();
    assertThat(read("").first()).isNull();
    assertThat(read("<h1>" + LEAD + "</h1>").first()).isNull();
    assertThat(read(MENU).first()).isNull();
    assertThat(read("<frameset><frame src=a></frameset>").first()).isNull();
    assertThat(read("<script>var text = 'none of this';</script><noscript>" + LEAD).first())
        .isNull();
  }

  @Test
  void shouldReadArticlesWhoseNamesMislead() {
    // Given
    String article = "<p>%s</p>%s".formatted(LEAD, PROSE);

    // When / Then
    for (String name :
        List.of(
            "author-ann", "has-caption", "sidebar", "comment-open", "footer", "share", "widget")) {
      assertThat(read("<div class='%s'>%s</div>".formatted(name, article)).first())
          .as(name)
          .isEqualTo(LEAD);
    }
  }

  @Test
  void shouldTakeAllPartsOfAnArticle() {
    // Given
    String part = "<div class=part>%s</div>".formatted(PROSE);

    // When
    ArticleText text =
        read("<div id=all>" + "<div class=part><p>" + LEAD + "</p></div>" + part.repeat(5));

    // Then
    assertThat(text.first()).isEqualTo(LEAD);
    assertThat(text.paragraphs()).hasSize(11);
  }

  @Test
  void shouldLeaveThePageAsItIs() {
    // Given
    Document page =
        Jsoup.parse("<div id=x>text<br><br>more</div><p style='display: none'>x" + PROSE);
    String before = page.outerHtml();

    // When
    ArticleText.of(page);

    // Then
    assertThat(page.outerHtml()).isEqualTo(before);
  }

  private static ArticleText read(String html) {
    return ArticleText.of(Jsoup.parse(html));
  }
}
