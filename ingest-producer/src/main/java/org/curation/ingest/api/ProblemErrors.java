package org.curation.ingest.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty refuses by itself (broken requests, headers that are too large) is a problem too. */
final class ProblemErrors extends ErrorHandler {
  /** Whatever the method: Jetty's own pages are for GET and POST only. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    Problem.Kind kind =
        switch (code) {
          case 431 -> Problem.Kind.HEADERS_TOO_LARGE;
          case 404 -> Problem.Kind.NOT_FOUND;
          case 500 -> Problem.Kind.INTERNAL;
          default -> Problem.Kind.BAD_REQUEST;
        };
    Answer answer =
        Problem.of(
                kind,
                "The request can't be read. Check its path (percent escapes, no control characters) and its headers.")
            .answer();
    response.setStatus(kind.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
    response.write(
        true, ByteBuffer.wrap(answer.body().toString().getBytes(StandardCharsets.UTF_8)), callback);
  }
}
