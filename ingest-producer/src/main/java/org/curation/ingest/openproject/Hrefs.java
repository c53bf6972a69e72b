package org.curation.ingest.openproject;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers out of OpenProject's own links. Pure. */
public final class Hrefs {
  private static final Pattern LAST_NUMBER = Pattern.compile("/(\\d{1,18})/?$");
  private static final Pattern ATTACHMENTS =
      Pattern.compile("/api/v3/work_packages/(\\d{1,18})/attachments/?$");

  private Hrefs() {}

  /** {@code 101} of {@code /api/v3/projects/101}. */
  public static @Nullable String lastNumber(@Nullable String href) {
    return group(LAST_NUMBER, href);
  }

  /** {@code 3719} of {@code /api/v3/work_packages/3719/attachments}. */
  static @Nullable String attachmentsOf(@Nullable String href) {
    return group(ATTACHMENTS, href);
  }

  private static @Nullable String group(Pattern pattern, @Nullable String href) {
    Matcher matcher = pattern.matcher(href == null ? "" : href);
    return matcher.find() ? matcher.group(1) : null;
  }
}
