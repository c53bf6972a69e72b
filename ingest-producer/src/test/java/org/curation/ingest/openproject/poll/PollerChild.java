package org.curation.ingest.openproject.poll;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.RunningSource;
import org.curation.service.KafkaConnection;

/** A poller in a process of its own, which a fail point may kill. */
final class PollerChild {
  private PollerChild() {}

  public static void main(String[] arguments) throws InterruptedException {
    KafkaConnection connection = KafkaConnection.to(arguments[0]);
    AcceptedView accepted = new AcceptedView(connection);
    RunningSource poller =
        PollerScene.poller(connection, URI.create(arguments[1]), PollerScene.settings(), accepted);
    accepted.start();
    poller.start();
    var unused = new CountDownLatch(1).await(60, TimeUnit.SECONDS);
  }
}
