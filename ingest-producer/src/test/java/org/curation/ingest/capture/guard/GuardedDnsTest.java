package org.curation.ingest.capture.guard;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardedDnsTest {

  @ParameterizedTest
  @MethodSource("org.curation.ingest.capture.guard.ForbiddenPlaces#authorities")
  void shouldRefuseWhatIsNotPublicInAnyNotation(String authority) {
    // Given
    GuardedDns dns = new GuardedDns(new AddressGuard(AllowList.NONE), ForbiddenPlaces::resolve);

    // When / Then
    assertThatThrownBy(
            () -> {
              WebAddress address = WebAddress.parse("http://" + authority + "/");
              dns.resolve(address.host().text(), address.port());
            })
        .isInstanceOf(AddressRefusedException.class);
  }
}
