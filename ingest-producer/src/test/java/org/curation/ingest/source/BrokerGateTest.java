package org.curation.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerGateTest {
  @Test
  void shouldLetOneTryWhileItIsShut() {
    // Given
    BrokerGate gate = new BrokerGate();
    List<Boolean> open = List.of(gate.enter(), gate.enter());

    // When
    gate.failed();
    boolean first = gate.enter();
    boolean second = gate.enter();
    gate.failed();
    boolean third = gate.enter();
    gate.succeeded();

    // Then
    assertThat(open).containsOnly(true);
    assertThat(first).isTrue();
    assertThat(second).as("one at a time").isFalse();
    assertThat(third).isTrue();
    assertThat(List.of(gate.enter(), gate.enter())).containsOnly(true);
    assertThat(gate.isShut()).isFalse();
  }
}
