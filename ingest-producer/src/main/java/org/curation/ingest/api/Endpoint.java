package org.curation.ingest.api;

/** Answers the requests of one route. Safe for use by threads. */
@FunctionalInterface
interface Endpoint {
  /**
   * The answer.
   *
   * @throws ProblemException when the request can't be fulfilled
   */
  Answer answer(Call call);
}
