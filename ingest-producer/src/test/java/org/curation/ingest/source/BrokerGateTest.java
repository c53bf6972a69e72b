package org.curation.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokerGateTest {
  @Test
  void shouldLetOneTryWhileItIsShut() {
    // Given
    BrokerGate gate = new BrokerGate();
    boolean open = gate.enter() && gate.enter();

    // When
    gate.failed();
    boolean first = gate.enter();
    boolean second = gate.enter();
    gate.failed();
    boolean third = gate.enter();
    gate.succeeded();

    // Then
    assertThat(open).isTrue();
    assertThat(first).isTrue();
    assertThat(second).as("one at a time").isFalse();
    assertThat(third).isTrue();
    assertThat(gate.enter() && gate.enter()).isTrue();
    assertThat(gate.isShut()).isFalse();
  }
}
