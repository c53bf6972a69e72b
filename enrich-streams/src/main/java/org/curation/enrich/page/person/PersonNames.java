package org.curation.enrich.page.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.enrich.page.html.BylineWords;
import org.curation.enrich.page.html.LineText;

/** Names of people out of a text that pages write for an author. Pure and linear. */
public final class PersonNames {
  private static final int MOST_NAMES = 20;
  private static final int MOST_CHARACTERS = 600;
  private static final int LONGEST = 80;
  private static final int MOST_WORDS = 7;
  private static final int LONGEST_DENSE = 15;

  private static final Pattern LEAD =
      Pattern.compile(
          "(?iu)^(?:[\\s|·•:–—-]+"
              + "|(?:(?:story|words?|text|photos?|photography|article|interview|review|reporting|analysis)\\s+)?"
              + "(?:(?:written|posted|published|reported|reviewed|contributed|submitted|created|authored|edited"
              + "|compiled|prepared|verfasst|geschrieben|veröffentlicht|écrit|rédigé|publié|escrito|redactado|publicado"
              + "|scritto|pubblicato|geschreven|skriven|skrevet)\\s+)?"
              + "(?:by|von|par|por|door|av|af|di|od|a cura di|(?<=\\s)da)\\b[:\\s]+"
              + "|(?:texte?|story|words|report)\\s?(?:,|&|\\+|/|and|und|et)\\s?(?:fotos?|photos?|bild(?:er)?|photography|images?|pictures|video)\\s?[:：]\\s*"
              + "|(?:author|authors|autor|autorin|autoren|auteur|autore|writer|reporter|text|written|byline"
              + "|words|forfatter|skribent)\\s*[:：]\\s*)");

  /** "Posted on 3 May by Ann": what leads to the name holds the date. */
  private static final Pattern DATED_LEAD =
      Pattern.compile(
          "(?iu)^(?:posted|published|written|submitted|created|updated|last\\s+updated|veröffentlicht|publié"
              + "|publicado)\\b[^.!?]{0,20}?\\d[^!?]{0,40}?\\s(?:by|von|par|por):?\\s+");

  /** From here on a text speaks of when and where, no more of who. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?iu)\\s*(?:[|•·–—]|\\s-\\s"
              + "|\\b(?:edited|reviewed|photo(?:graphy|graph)?s?|illustrat(?:ed|ions?)|translated|produced|fact-checked)\\s+by\\b"
              + "|\\b(?:published|posted|updated|last updated|on|at|am)\\b:?\\s+(?=\\p{L}*\\.?,?\\s*\\d)"
              + "|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\\.?\\s+\\d"
              + "|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b"
              + "|\\d{1,4}[./:-]\\d|\\b\\d{1,2}\\.?\\s+\\p{L}{3,9}\\.?\\s+\\d{4}|\\(|\\[|\\bfollow\\b|@\\w"
              + "|\\b(?:for|in|from)\\s+(?:the\\s+)?\\p{Lu}).*$",
          Pattern.DOTALL);

  /** A day of the week before a date, which a comma would part. */
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?iu),?(?:\\s(?:on|am|le|el|il|op))?\\s(?:(?:mon?|tue?|wed?|thu?|fri?|sat?|sun?|di|mi|do|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie"
              + "|sáb|dom|seg|ter|qua|qui|sex|gio)[.,]{1,2}\\s{1,2}(?=\\d)"
              + "|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi"
              + "|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo),?\\s).*$",
          Pattern.DOTALL);

  /** "Ann (with Bob and Cy)". */
  private static final Pattern WITH =
      Pattern.compile("(?iu)\\s?\\((?:with|avec|mit|con|com|et|and|und)\\s([^()]{2,200})\\)");

  /** What somebody does, anywhere in what stands behind a comma. */
  private static final Pattern WORK =
      Pattern.compile(
          "(?iu)\\b(?:engineer|manager|developer|advocate|director|lead|scientist|researcher|designer|founder|president"
              + "|editor|reporter|writer|correspondent|professor|analyst|fellow|intern|specialist|consultant|architect"
              + "|redakteur(?:in)?|journaliste?)\\b");

  /** Where one sentence ends and another begins. */
  private static final Pattern INNER_END = Pattern.compile("\\p{Ll}{3}(?<!\\bProf)\\.\\s\\p{Lu}");

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\S{1,100}@[\\w.-]{1,100}|(?:https?:)?//\\S+|\\bwww\\.\\S+");

  private static final Pattern PARTS =
      Pattern.compile(
          "(?iu)\\s*[;|/\\n]\\s*|\\s*,?\\s+(?:and|und|et|with|mit|och|og)\\s+|\\s*&\\s*|\\s+,\\s*|\\s*,\\s*|\\s*、\\s*");

  private static final Pattern ROLE =
      Pattern.compile(
          "(?iu)\\b(?:staff|editor|editors|reporter|correspondent|writer|contributor|columnist|journalist"
              + "|redakteur\\p{L}*|photographer|producer|director|manager|analyst|blogger|officer"
              + "|chief|senior|professor|ceo|cto|phd|md|ph\\.d\\.?|m\\.d\\.?|rn|mph|facp|facs|frcp|dvm|dds|esq\\.?|inc\\.?|llc|news|press)\\b.*");

  /** Who did something else than write. */
  private static final Pattern OTHER_WORK =
      Pattern.compile(
          "(?i)\\s*(?:translated|photography|illustrated|illustrations|edited)\\s+by\\b");

  private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr|ii|iii|iv)\\.?");

  private static final Set<String> NOBODY =
      Set.of(
          "admin",
          "administrator",
          "webmaster",
          "user",
          "guest",
          "anonymous",
          "unknown",
          "none",
          "null",
          "undefined",
          "author",
          "editor",
          "staff",
          "by",
          "root",
          "test",
          "n/a",
          "na",
          "about the author",
          "view all posts",
          "more",
          "share",
          "comments",
          "default",
          "redaktion",
          "posted by",
          "posted",
          "posted on",
          "submitted",
          "submitted on",
          "created",
          "created by",
          "published",
          "updated",
          "written",
          "read more",
          "follow",
          "subscribe",
          "author name",
          "wpadmin",
          "super user",
          "authors",
          "view profile",
          "contact",
          "biography",
          "bio",
          "email",
          "print",
          "twitter");

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "van", "von", "der", "den", "la", "bin", "al", "el", "du", "da", "di", "le", "dos",
          "ten", "ter");

  private PersonNames() {}

  /** The names in a text, in their order, each once; none when it holds no name. */
  public static List<String> of(String raw) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String part : parts(line(raw))) {
      String name = tidy(part);
      if (acceptable(name) && names.size() < MOST_NAMES) {
        names.putIfAbsent(LineText.folded(name), name);
      }
    }
    return dropParts(new ArrayList<>(names.values()));
  }

  /** The names in a text that readers see, which may be no name at all but a sentence. */
  public static List<String> inText(String raw) {
    return of(raw).stream().filter(name -> !isSentence(name)).toList();
  }

  /** A name that stands alone, as linked data and repeated meta elements give it. */
  public static List<String> ofOne(String raw) {
    String line = line(raw);
    Matcher comma =
        Pattern.compile("^([\\p{L}'’.\\s-]{2,40}),\\s*([\\p{L}'’.\\s-]{1,40})$").matcher(line);
    if (comma.matches()
        && isFamily(comma.group(1).strip())
        && !ROLE.matcher(comma.group(2)).lookingAt()
        && !SUFFIX.matcher(comma.group(2).strip()).matches()) {
      String turned = comma.group(2).strip() + " " + comma.group(1).strip();
      return acceptable(turned) ? List.of(turned) : List.of();
    }
    return of(raw);
  }

  /** One word, or particles before one. */
  private static boolean isFamily(String name) {
    String[] words = name.split("\\s+");
    return PARTICLES.containsAll(
        List.of(words).subList(0, words.length - 1).stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList());
  }

  private static String line(String raw) {
    String line = LineText.clean(LineText.cut(raw, MOST_CHARACTERS).replace('\n', ' '));
    line = ADDRESS.matcher(line).replaceAll(" ").strip();
    line = DATED_LEAD.matcher(line).replaceFirst("");
    line = WEEKDAY.matcher(WITH.matcher(line).replaceAll(", $1")).replaceFirst("");
    for (int i = 0; i < 3; i++) {
      line = lessLead(line);
    }
    return BylineWords.nameOnly(line);
  }

  private static String lessLead(String line) {
    String rest = LEAD.matcher(line.strip()).replaceFirst("").strip();
    return BylineWords.behind(rest).orElse(rest).strip();
  }

  /** "Smith, Jr." and "Doe, Staff Writer" are one part each; the role goes in tidying. */
  private static List<String> parts(String line) {
    List<String> parts = new ArrayList<>();
    for (String part : PARTS.split(line, MOST_NAMES + 10)) {
      boolean suffix = SUFFIX.matcher(part.strip()).matches();
      if (suffix && !parts.isEmpty()) {
        parts.set(parts.size() - 1, parts.get(parts.size() - 1) + " " + part.strip());
      } else if (parts.isEmpty()
          || (!OTHER_WORK.matcher(part).lookingAt()
              && !ROLE.matcher(part.strip()).lookingAt()
              && !WORK.matcher(part).find())) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static String tidy(String part) {
    String name = part;
    for (int i = 0; i < 2; i++) {
      name = lessLead(name);
    }
    Matcher tail = TAIL.matcher(name);
    if (tail.find() && tail.start() > 0) {
      name = name.substring(0, tail.start());
    }
    return name.replaceAll("^[\\s\"'“”*,.:|–—<>()-]+|[\\s\"'“”*,:;|–—<>()-]+$", "")
        .replaceFirst("(?<=\\p{Ll}{2})\\.$", "")
        .strip();
  }

  private static boolean acceptable(String name) {
    if (name.length() < 2 || name.length() > LONGEST || name.split("\\s+").length > MOST_WORDS) {
      return false;
    }
    long letters = name.codePoints().filter(Character::isLetter).count();
    return letters * 2 > name.length()
        && !NOBODY.contains(name.toLowerCase(Locale.ROOT))
        && name.indexOf('{') < 0
        && name.indexOf('}') < 0
        && name.charAt(0) != '@'
        && !Character.isDigit(name.charAt(0))
        && !INNER_END.matcher(name).find()
        && name.indexOf('<') < 0;
  }

  /** Of three words or more, most in lower case. */
  private static boolean isSentence(String name) {
    String[] words = name.split("\\s+");
    int small = 0;
    for (String word : words) {
      small += Character.isLowerCase(word.codePointAt(0)) && !PARTICLES.contains(word) ? 1 : 0;
    }
    boolean dense =
        words.length == 1 && name.codePointAt(0) >= 0x2E80 && name.length() > LONGEST_DENSE;
    return dense || (words.length > 2 && small * 2 > words.length);
  }

  /** "Doe" beside "Jane Doe" is no one else. */
  private static List<String> dropParts(List<String> names) {
    List<String> kept = new ArrayList<>(names);
    kept.removeIf(
        name ->
            name.indexOf(' ') < 0
                && names.stream()
                    .anyMatch(
                        other ->
                            !other.equals(name) && (" " + other + " ").contains(" " + name + " ")));
    return List.copyOf(kept);
  }
}
