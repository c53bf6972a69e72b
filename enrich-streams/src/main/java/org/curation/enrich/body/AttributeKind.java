package org.curation.enrich.body;

import java.util.regex.Pattern;

/** What an attribute's value may be. Values are judged as browsers read them: entities decoded. */
enum AttributeKind {
  /** Address of a link. */
  LINK {
    @Override
    boolean allows(String value) {
      return SafeUrl.isLink(value);
    }
  },
  /** Address of an image. */
  IMAGE {
    @Override
    boolean allows(String value) {
      return SafeUrl.isImage(value);
    }
  },
  /** Anything that is shown. */
  TEXT {
    @Override
    boolean allows(String value) {
      return true;
    }
  },
  NUMBER {
    @Override
    boolean allows(String value) {
      return DIGITS.matcher(value).matches();
    }
  },
  /** Pixels or per cent. */
  LENGTH {
    @Override
    boolean allows(String value) {
      return SIZE.matcher(value).matches();
    }
  },
  /** Keywords, languages, dates: nothing that could be markup or an address. */
  WORDS {
    @Override
    boolean allows(String value) {
      return PLAIN.matcher(value).matches();
    }
  };

  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,6}");
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,3})?(?:px|%)?");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_:+.\\- ]{0,200}");

  abstract boolean allows(String value);
}
