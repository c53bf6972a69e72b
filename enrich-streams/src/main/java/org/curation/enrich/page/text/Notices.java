package org.curation.enrich.page.text;

import java.util.regex.Pattern;

/**
 * What stands on a page in place of its content: that it isn't there, that one must log in, pay,
 * wait or turn scripts on. Pure and linear.
 */
final class Notices {
  private static final String PAGE =
      "(?:page|url|address|article|content|document|file|resource|site|product|listing|post)";

  /** The page is missing, or a machine's check stands before it. */
  private static final Pattern INSTEAD =
      Pattern.compile(
          "\\b"
              + PAGE
              + " (?:that )?(?:you(?:'re| are| were|'ve| have)? ?(?:looking for|requested|tried to|trying to|are after)?[^.]{0,40}"
              + " )?(?:could not be found|couldn't be found|cannot be found|can't be found|can not be found|was not found"
              + "|wasn't found|does not exist|doesn't exist|no longer exists|is no longer available|not found"
              + "|has been (?:moved|removed|deleted)|may have been (?:moved|removed|deleted))"
              + "|(?:can't|cannot|can not|could not|couldn't) (?:seem to )?find (?:the|that|this|your) "
              + PAGE
              + "|(?:error 404|404 error|http 404|404 not found|404 - )"
              + "|seite (?:konnte|wurde|kann) (?:leider )?nicht gefunden|seite existiert (?:leider )?nicht"
              + "|page (?:que vous (?:recherchez|cherchez|avez demandée) |demandée )?(?:est introuvable|n'existe (?:pas|plus)"
              + "|n'a pas été trouvée)"
              + "|página (?:que (?:buscas|busca|está buscando|procura) |solicitada )?no (?:existe|se ha encontrado|se encuentra|encontrada)"
              + "|página (?:que você (?:procura|está procurando) )?não (?:existe|foi encontrada|encontrada)"
              + "|pagina (?:che stai cercando |richiesta )?non (?:esiste|è stata trovata|trovata|è disponibile)"
              + "|pagina (?:die u zoekt )?(?:kon niet worden gevonden|bestaat niet|niet gevonden)"
              + "|страница не найдена|页面不存在|找不到(?:该|您|网)?页面|ページが見つかりません|お探しのページ|페이지를 찾을 수 없"
              + "|checking (?:if the site|your browser)|(?:verify|verifying|confirm) (?:that )?you are (?:a )?(?:human|not a robot)"
              + "|review the security of your connection|unusual traffic from your|are you a robot|ddos protection by"
              + "|javascript (?:aktivieren|einschalten|ist deaktiviert|activado|habilitado|attivato|activé)"
              + "|(?:aktivieren sie|schalten sie|activez|active|activa|habilite|habilita|attiva|abilita|activeer) (?:bitte )?(?:le )?javascript"
              + "|включите javascript|javascriptを有効|启用\\s?javascript|啟用\\s?javascript");

  /** A person must do something first; a tag may well describe such a page. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "\\bmust (?:be|first be)? ?(?:logged|signed) in|\\b(?:log|sign) ?in (?:to|or) (?:your account|continue|view|read|register|subscribe|comment|access)"
              + "|\\benter your (?:user ?name|e-?mail|password)|\\bforgot(?:ten)? (?:your )?password"
              + "|\\b(?:for|to) (?:our )?(?:paid |paying |premium )?(?:subscribers|members)[ -]only|\\bsubscribers? only\\b|\\bsubscriber[- ]exclusive"
              + "|\\bsubscribe (?:now|today|to continue|to read|for full|for unlimited)|\\balready a (?:subscriber|member)"
              + "|\\bcontinue reading (?:this|the|your|with)|\\bunlimited (?:digital )?access"
              + "|\\b(?:free|complimentary) (?:articles?|stories)\\b.{0,40}\\b(?:month|left|remaining|limit)|\\blimit of (?:free|complimentary)"
              + "|\\bstart your free trial|\\bbehind a paywall"
              + "|\\bartikel ist nur für abonnenten|\\bnur für abonnenten|\\bmit einem abo|\\bjetzt (?:anmelden|registrieren|abonnieren)|\\bbereits abonnent"
              + "|\\bréservé aux abonnés|\\bdéjà abonné|\\bconnectez-vous|\\bpour lire la suite|\\babonnez-vous"
              + "|\\b(?:exclusivo|solo|sólo|só) para (?:suscriptores|assinantes)|\\binicia(?:r)? sesión|\\bsuscríbete|\\biniciar sessão|\\bfaça (?:seu )?login"
              + "|\\briservato agli abbonati|\\bsei già abbonato|\\bgià abbonato|\\baccedi per"
              + "|\\balleen voor abonnees|登录后|请登录|請登入|ログインして|会員限定|有料会員|로그인이 필요");

  private static final Pattern COOKIES =
      Pattern.compile(
          "\\bcookies?\\b|\\btraceurs\\b|informasjonskapsler|\\bкуки\\b|файлы cookie|クッキー");

  /** What they are said to be for; bakers write of others. */
  private static final Pattern PURPOSE =
      Pattern.compile(
          "\\bconsent|\\bprivacy|\\bpreferences|\\bpersonal(?:i[sz]ed?| data)|\\bdevice\\b|\\banalytics|\\btracking\\b"
              + "|\\b(?:your|browsing|user|best) experience|\\bby (?:continuing|browsing|using)|\\btechnolog|\\btraffic\\b"
              + "|\\beinwilligung|\\bdatenschutz|\\bnutzererlebnis|\\bwebsite zu verbessern|\\bnavigation|\\bexpérience|\\bnavegaci|\\bnavegaç"
              + "|\\bexperiencia|\\bexperiência|\\besperienza|\\bnavigazione|\\bgebruikerservaring|\\bвашего|\\bсайт");

  private Notices() {}

  /** Whether a text in lower case says that the content isn't there. */
  static boolean standInstead(String lower) {
    return INSTEAD.matcher(lower).find();
  }

  /** Whether a paragraph in lower case asks for something before the content, or for consent. */
  static boolean ask(String lower) {
    return BEFORE.matcher(lower).find()
        || (COOKIES.matcher(lower).find() && PURPOSE.matcher(lower).find());
  }
}
