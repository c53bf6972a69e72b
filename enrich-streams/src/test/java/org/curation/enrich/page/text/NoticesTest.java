package org.curation.enrich.page.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sorry, the page you were looking for could not be found. It may have been moved or deleted.",
        "The page you requested does not exist or has been moved. Please check the address.",
        "We can't seem to find the page you're looking for.",
        "Die angeforderte Seite konnte nicht gefunden werden.",
        "La page demandée est introuvable.",
        "You must be logged in to view this page. Please enter your user name and password.",
        "This article is for subscribers only. Subscribe today and get unlimited access.",
        "You have reached your limit of free articles this month. To continue, choose a plan.",
        "Dieser Artikel ist nur für Abonnenten. Jetzt anmelden.",
        "Cet article est réservé aux abonnés.",
        "You need to enable JavaScript to run this app.",
        "Bitte aktivieren Sie JavaScript in Ihrem Browser, um diese Seite anzuzeigen.",
        "Checking if the site connection is secure before proceeding.",
        "We and our partners store information on a device, such as cookies, and process data.",
        "Nous utilisons des traceurs et des cookies pour améliorer votre expérience de navigation."
      })
  void shouldNotTakeANoticeForAnArticlesText(String text) {
    assertThat(Boilerplate.isParagraph(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We baked forty cookies for the school, and not one of them came back.",
        "The document was found in an attic, and it tells who built the first kiln of the valley.",
        "A page of the manuscript is missing; the rest has been restored by two apprentices.",
        "How the log in the fireplace burns depends on how long it was left to dry.",
        "JavaScript turned thirty, and its authors look back at ten days in May.",
        "Members of the club met in the old station to plan the summer."
      })
  void shouldLeaveTextsAboutSuchThings(String text) {
    assertThat(Boilerplate.isParagraph(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"作者:王小明 2022-05-01 来源:陶艺网", "文・山田太郎", "بقلم: أحمد علي", "김철수 기자"})
  void shouldKnowBylinesOfLanguagesWithoutCapitals(String text) {
    assertThat(Attribution.isByline(text)).isTrue();
  }
}
