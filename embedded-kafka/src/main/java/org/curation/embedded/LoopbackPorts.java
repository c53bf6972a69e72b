package org.curation.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Two free ports of the loopback interface. Free now does not mean free later: who binds them must
 * be ready to ask again.
 *
 * @param broker for clients
 * @param controller for the metadata quorum
 */
record LoopbackPorts(int broker, int controller) {
  static LoopbackPorts find() {
    try (ServerSocket first = open();
        ServerSocket second = open()) {
      return new LoopbackPorts(first.getLocalPort(), second.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on the loopback interface", e);
    }
  }

  private static ServerSocket open() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
  }
}
