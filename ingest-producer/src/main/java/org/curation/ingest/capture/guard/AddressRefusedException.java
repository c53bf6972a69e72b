package org.curation.ingest.capture.guard;

import java.io.Serial;
import java.net.UnknownHostException;

/**
 * An address that must not be connected to. It is an {@link UnknownHostException} so that it can
 * leave an HTTP client's name resolution.
 */
public final class AddressRefusedException extends UnknownHostException {
  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * Refuses.
   *
   * @param reason for people; names the address and the rule
   */
  public AddressRefusedException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** For people; names the address and the rule. */
  public String reason() {
    return reason;
  }
}
