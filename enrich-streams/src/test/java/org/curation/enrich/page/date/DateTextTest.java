package org.curation.enrich.page.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.curation.enrich.page.date.DateText.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-07-14 | 2023-07-14",
        "2023-7-4 | 2023-07-04",
        "2023/07/14 10:30 | 2023-07-14T10:30:00",
        "2023.07.14 | 2023-07-14",
        "2023-07-14T10:30:05.123Z | 2023-07-14T10:30:05Z",
        "2023-07-14T10:30:05+0200 | 2023-07-14T10:30:05+02:00",
        "2023-07-14T10:30:05-07 | 2023-07-14T10:30:05-07:00",
        "2023-07-14 10:30:05 +00:00 | 2023-07-14T10:30:05Z",
        "20230714 | 2023-07-14",
        "20230714T103005Z | 2023-07-14T10:30:05Z",
        "1689330605 | 2023-07-14T10:30:05Z",
        "Fri, 07/14/2023 - 10:30 | 2023-07-14T10:30:00",
        "14/07/2023 | 2023-07-14",
        "07/14/2023 | 2023-07-14",
        "07/08/2023 | 2023-07-08",
        "7.8.2023 | 2023-08-07",
        "14. 7. 2023 | 2023-07-14",
        "14.07.23 | 2023-07-14",
        "July 14, 2023 | 2023-07-14",
        "Jul. 14th, 2023 at 3:15 p.m. | 2023-07-14T15:15:00",
        "12:05 a.m. EST, January 2, 2020 | 2020-01-02T00:05:00-05:00",
        "Fri Jul 14 11:05:30 EDT 2023 | 2023-07-14T11:05:30-04:00",
        "14 July 2023 | 2023-07-14",
        "14-Jul-23 | 2023-07-14",
        "Published: 14th of July 2023 by Ann | 2023-07-14",
        "Sept 3, 2021 | 2021-09-03",
        "3. Oktober 2012 | 2012-10-03",
        "1er août 2018 à 14h05 | 2018-08-01T14:05:00",
        "10 de julio de 2015 | 2015-07-10",
        "25 de março de 2019 | 2019-03-25",
        "8 maggio 2017 | 2017-05-08",
        "5 mei 2016 | 2016-05-05",
        "17 maj 2016 | 2016-05-17",
        "12 września 2020 | 2020-09-12",
        "12. prosince 2020 | 2020-12-12",
        "9 мая 2021 | 2021-05-09",
        "15 Ağustos 2022 | 2022-08-15",
        "2015. július 10. | 2015-07-10",
        "2019年4月21日 11:51 | 2019-04-21T11:51:00",
        "2020년 1월 5일 | 2020-01-05",
        "21.dez.2018 às 10h55 | 2018-12-21T10:55:00"
      })
  void shouldReadADate(String text, String expected) {
    assertThat(DateText.parse(text, Order.MONTH_FIRST).map(PageDate::text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2023",
        "July 2023",
        "31/31/2023",
        "2023-02-30",
        "Room 12 May",
        "1.2"
      })
  void shouldReadNoDate(String text) {
    assertThat(DateText.parse(text, Order.DAY_FIRST)).isEmpty();
  }

  @Test
  void shouldTellWhatIsKnown() {
    // Given
    PageDate day = DateText.parse("2020-01-01", Order.DAY_FIRST).orElseThrow();
    PageDate time = DateText.parse("2020-01-01 10:00", Order.DAY_FIRST).orElseThrow();
    PageDate zoned = DateText.parse("2020-01-01T10:00Z", Order.DAY_FIRST).orElseThrow();

    // Then
    assertThat(day.precision()).isEqualTo(PageDate.Precision.DAY);
    assertThat(time.precision()).isEqualTo(PageDate.Precision.SECOND);
    assertThat(time.zoneKnown()).isFalse();
    assertThat(zoned.zoneKnown()).isTrue();
  }

  @Test
  void shouldBelieveNoDateAfterThePageWasFetched() {
    // Given
    Instant fetched = Instant.parse("2020-01-01T23:00:00Z");

    // Then
    assertThat(PageDate.ofDay(LocalDate.of(2020, 1, 2)).sane(fetched)).isTrue(); // in Auckland
    assertThat(PageDate.ofDay(LocalDate.of(2020, 1, 3)).sane(fetched)).isFalse();
    assertThat(PageDate.ofDay(LocalDate.of(1989, 1, 1)).sane(null)).isFalse();
  }
}
