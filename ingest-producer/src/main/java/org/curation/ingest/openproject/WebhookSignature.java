package org.curation.ingest.openproject;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.curation.service.UserError;

/**
 * Checks the {@code X-OP-Signature} of OpenProject's webhooks: {@code sha1=} and the hexadecimal
 * HMAC-SHA1 of the exact body. While a secret is being changed, several are accepted.
 *
 * <p>Never shows a secret. Safe for use by threads.
 */
public final class WebhookSignature {
  private static final String ALGORITHM = "HmacSHA1";
  private static final Pattern HEADER = Pattern.compile("sha1=([0-9a-fA-F]{40})");
  private static final int MAX_SECRET_BYTES = 4096;

  private final List<SecretKeySpec> keys;

  private WebhookSignature(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /**
   * Accepts signatures by any of the secrets.
   *
   * @throws UserError when there is none, or one is empty
   */
  public static WebhookSignature of(String... secrets) {
    List<SecretKeySpec> keys = new ArrayList<>();
    for (String secret : secrets) {
      keys.add(key(secret.getBytes(StandardCharsets.UTF_8), "a webhook secret"));
    }
    return of(keys);
  }

  /**
   * Accepts signatures by the secret in any of the files; a line end after a secret is no part of
   * it.
   *
   * @throws UserError when there is no file, or one can't be read, is empty or too long
   */
  public static WebhookSignature ofFiles(List<Path> secretFiles) {
    List<SecretKeySpec> keys = new ArrayList<>();
    for (Path file : secretFiles) {
      keys.add(key(withoutLineEnd(read(file)), "the webhook secret file " + file));
    }
    return of(keys);
  }

  /** Whether a header has the form of a signature, so that reading the body may be worth it. */
  public static boolean isOne(String header) {
    return HEADER.matcher(header.strip()).matches();
  }

  /**
   * Whether a body was signed with one of the secrets. Takes the same time wherever the signatures
   * differ.
   *
   * @param header the value of {@code X-OP-Signature}; white space around it is ignored
   */
  public boolean matches(byte[] body, String header) {
    Matcher form = HEADER.matcher(header.strip());
    if (!form.matches()) {
      return false;
    }
    byte[] claimed = HexFormat.of().parseHex(form.group(1));
    boolean matches = false;
    for (SecretKeySpec key : keys) {
      matches |= MessageDigest.isEqual(hmac(key, body), claimed);
    }
    return matches;
  }

  private static WebhookSignature of(List<SecretKeySpec> keys) {
    if (keys.isEmpty()) {
      throw new UserError("No webhook secret was given. Give at least one.");
    }
    return new WebhookSignature(List.copyOf(keys));
  }

  private static SecretKeySpec key(byte[] secret, String name) {
    if (secret.length == 0) {
      throw new UserError(
          "%s is empty. Put the secret there that is set for the webhook in OpenProject."
              .formatted(capitalised(name)));
    }
    return new SecretKeySpec(secret, ALGORITHM);
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static byte[] read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MAX_SECRET_BYTES + 1);
      if (content.length > MAX_SECRET_BYTES) {
        throw new UserError(
            "The webhook secret file %s is longer than %d bytes. Give a file that holds nothing but the secret."
                .formatted(file, MAX_SECRET_BYTES));
      }
      return content;
    } catch (IOException e) {
      throw new UserError(
          "The webhook secret file %s can't be read. Check its name and its permissions."
              .formatted(file),
          e);
    }
  }

  private static byte[] withoutLineEnd(byte[] content) {
    int end = content.length;
    while (end > 0 && (content[end - 1] == '\n' || content[end - 1] == '\r')) {
      end--;
    }
    return Arrays.copyOf(content, end);
  }

  private static byte[] hmac(SecretKeySpec key, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
