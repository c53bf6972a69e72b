/**
 * What every service needs to run against a Kafka cluster: connection settings, topic creation,
 * dead letters, back-off, errors that are meant for people.
 */
@NullMarked
package org.curation.service;

import org.jspecify.annotations.NullMarked;
