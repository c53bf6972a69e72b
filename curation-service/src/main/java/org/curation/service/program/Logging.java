package org.curation.service.program;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Keys;
import org.slf4j.LoggerFactory;

/** Logs on standard output, as configured: JSON lines or text, key-values included. */
final class Logging {
  private static final String TEXT = "%d{HH:mm:ss.SSS} %-5level %logger{24} %msg %kvp%n";

  private Logging() {}

  static void configure(Configuration configuration) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return; // somebody else's logging: theirs to configure
    }
    context.reset();
    Encoder<ILoggingEvent> encoder =
        configuration.get(Keys.LOG_FORMAT).equals("json") ? json(context) : text(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
    out.setContext(context);
    out.setName("stdout");
    out.setEncoder(encoder);
    out.start();
    ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(configuration.get(Keys.LOG_KAFKA_LEVEL)));
    root.addAppender(out);
    context.getLogger("org.curation").setLevel(Level.toLevel(configuration.get(Keys.LOG_LEVEL)));
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithContext(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithArguments(false);
    encoder.setWithMessage(false);
    encoder.setWithFormattedMessage(true);
    return encoder;
  }

  private static Encoder<ILoggingEvent> text(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(TEXT);
    return encoder;
  }
}
