package org.curation.embedded;

import java.nio.file.Path;
import java.util.Properties;
import org.curation.model.topic.Topics;

/** The settings of a single broker that is its own controller, for one machine and quick starts. */
final class BrokerSettings {
  static final int NODE_ID = 1;

  private BrokerSettings() {}

  static Properties of(Path log, LoopbackPorts ports) {
    Properties settings = new Properties();
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", Integer.toString(NODE_ID));
    settings.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + ports.controller());
    settings.setProperty(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(ports.broker(), ports.controller()));
    settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + ports.broker());
    settings.setProperty("controller.listener.names", "CONTROLLER");
    settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
    settings.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.setProperty("log.dirs", log.toString());
    settings.setProperty("num.partitions", "1");
    settings.setProperty("auto.create.topics.enable", "false");
    settings.setProperty("default.replication.factor", "1");
    settings.setProperty("offsets.topic.replication.factor", "1");
    settings.setProperty("offsets.topic.num.partitions", "4");
    settings.setProperty("transaction.state.log.replication.factor", "1");
    settings.setProperty("transaction.state.log.min.isr", "1");
    settings.setProperty("transaction.state.log.num.partitions", "4");
    settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
    settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    // A group of one machine has nobody to wait for.
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    settings.setProperty("message.max.bytes", Integer.toString(Topics.LARGE_RECORD_BYTES));
    settings.setProperty("replica.fetch.max.bytes", Integer.toString(Topics.LARGE_RECORD_BYTES));
    settings.setProperty("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
    settings.setProperty("log.index.size.max.bytes", Integer.toString(1024 * 1024));
    settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
    // After a crash the controller takes the broker back only when its old session has ended.
    settings.setProperty("broker.session.timeout.ms", "6000");
    settings.setProperty("broker.heartbeat.interval.ms", "1000");
    settings.setProperty("num.network.threads", "2");
    settings.setProperty("num.io.threads", "4");
    return settings;
  }
}
