package org.curation.ingest.capture.guard;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IPv6 addresses as they stand between brackets in a URL; zones are refused. Pure. */
final class Ipv6Text {
  private static final Pattern PIECE = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final int LONGEST = 45;
  private static final int PIECES = 8;

  private Ipv6Text() {}

  /** The sixteen bytes; empty when the text is no address. */
  static Optional<byte[]> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    int gap = text.indexOf("::");
    if (gap < 0) {
      return pieces(text, PIECES).filter(all -> all.length == PIECES).map(Ipv6Text::bytes);
    }
    Optional<int[]> head = pieces(text.substring(0, gap), PIECES - 1);
    Optional<int[]> tail = pieces(text.substring(gap + 2), PIECES - 1);
    if (head.isEmpty()
        || tail.isEmpty()
        || head.get().length + tail.get().length >= PIECES
        || text.substring(0, gap).contains(".")) {
      return Optional.empty();
    }
    int[] all = Arrays.copyOf(head.get(), PIECES);
    int[] last = tail.get();
    System.arraycopy(last, 0, all, PIECES - last.length, last.length);
    return Optional.of(bytes(all));
  }

  private static Optional<int[]> pieces(String text, int most) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    int[] pieces = new int[most + 1];
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean dotted = i == parts.length - 1 && DOTTED.matcher(parts[i]).matches();
      if (count + (dotted ? 2 : 1) > most) {
        return Optional.empty();
      }
      if (dotted) {
        Optional<byte[]> four = embedded(parts[i]);
        if (four.isEmpty()) {
          return Optional.empty();
        }
        pieces[count++] = pair(four.get()[0], four.get()[1]);
        pieces[count++] = pair(four.get()[2], four.get()[3]);
      } else if (PIECE.matcher(parts[i]).matches()) {
        pieces[count++] = Integer.parseInt(parts[i], 16);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(Arrays.copyOf(pieces, count));
  }

  private static int pair(byte high, byte low) {
    return (Byte.toUnsignedInt(high) << 8) | Byte.toUnsignedInt(low);
  }

  /** Inside of an IPv6 address only plain decimals count. */
  private static Optional<byte[]> embedded(String dotted) {
    byte[] four = new byte[4];
    String[] parts = dotted.split("\\.", -1);
    for (int i = 0; i < 4; i++) {
      int value = Integer.parseInt(parts[i]);
      if (value > 255 || (parts[i].length() > 1 && parts[i].startsWith("0"))) {
        return Optional.empty();
      }
      four[i] = (byte) value;
    }
    return Optional.of(four);
  }

  private static byte[] bytes(int[] pieces) {
    byte[] bytes = new byte[16];
    for (int i = 0; i < PIECES; i++) {
      bytes[2 * i] = (byte) (pieces[i] >>> 8);
      bytes[2 * i + 1] = (byte) pieces[i];
    }
    return bytes;
  }
}
