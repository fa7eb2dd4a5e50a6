### Twijfelachtige paren om te beoordelen, en alles wat van een persoon bekend is.

review-title = Te beoordelen paren: is het dezelfde persoon?
review-sheet-open = Te beoordelen
review-sheet-sample = Steekproef
review-help-sample = { $n ->
    [one] { $n_shown } paar, willekeurig getrokken.
   *[other] { $n_shown } paren, willekeurig getrokken.
  } Beoordeel ze allemaal, zonder te kijken wat het programma ervan maakt; schrijf “weet ik niet” waar nodig. Bewaar, en dan: bato review --import DIT-BESTAND
review-help-open = { $n ->
    [one] { $n_shown } paar.
   *[other] { $n_shown } paren.
  } Elk paar neemt twee rijen in. Die het meest verbeteren komen eerst. Lees beide rijen, kies in de kolom Beslissing, bewaar, en dan: bato review --import DIT-BESTAND
review-same = dezelfde persoon
review-different = niet dezelfde
review-unknown = weet ik niet
review-column-decision = Beslissing
review-column-note = Nota
review-column-probability = Kans
review-column-for = Wat zegt: dezelfde persoon
review-column-against = Wat zegt: twee personen
review-column-nom = Naam
review-column-postnom = Postnaam
review-column-prenom = Voornaam
review-column-sex = Geslacht
review-column-birth_date = Geboortedatum
review-column-birth_place = Geboorteplaats
review-column-relation = Verwantschap
review-column-quartier = Wijk
review-column-avenue = Laan
review-column-parcel = Perceel
review-on-both-sides = { $name } (aan beide kanten)
review-column-company = De rest van het huishouden, of de ouders
review-column-source = Bestand, blad en rij
review-column-register = In het register
review-one-person = één persoon
review-two-persons = twee personen
review-count = { $n ->
    [0] Geen enkel paar wacht op een oordeel
    [one] Eén paar wacht op een oordeel
   *[other] { $n_shown } paren wachten op een oordeel
  }; { $joined ->
    [one] { $joined_shown } samenvoeging kan herbekeken worden.
   *[other] { $joined_shown } samenvoegingen kunnen herbekeken worden.
  }
review-how = Exporteer ze met “bato review --export paren.xlsx”.
review-exported = Geschreven: { $path } ({ $n ->
    [one] { $n_shown } paar
   *[other] { $n_shown } paren, die het meest verbeteren eerst
  }; { $more_shown } voor later). Oordeel, bewaar, en dan “bato review --import { $path }”.
review-sample-exported = Steekproef van { $n ->
    [one] { $n_shown } paar
   *[other] { $n_shown } paren
  } geschreven: { $path }. Beoordeel elk paar zonder hulp, bewaar, en dan “bato review --import { $path }”.
review-sample-none = Er is nog geen steekproef beoordeeld. Schrijf er een met “bato review --sample 300 --export steekproef.xlsx”, beoordeel ze, en lees ze met “bato review --import steekproef.xlsx”.
review-sample-judged = Steekproef van versie { $generation_shown } van het register: { $n ->
    [one] { $n_shown } paar beoordeeld
   *[other] { $n_shown } paren beoordeeld
  }, { $open_shown } zonder beslissing.
review-sample-precision = Juiste samenvoegingen (precisie): { $share } %, tussen { $low } % en { $high } % (op 95 %).
review-sample-recall = Gevonden samenvoegingen (recall): { $share } %, tussen { $low } % en { $high } % (op 95 %).
review-sample-limit = De recall telt alleen paren die vergeleken werden en hoog genoeg scoorden om bewaard te worden: een paar dat het programma nooit vergeleek, ziet ze niet.
review-imported = Nieuwe beslissingen: { $same_shown } “dezelfde persoon”, { $different_shown } “niet dezelfde”. Opengelaten: { $open_shown }; al bekend: { $known_shown }.
review-imported-to = Bewaard in { $path }. Start “bato run” om ze te laten tellen.
summary-decisions = Gevolgde beslissingen: { $n_shown }
summary-stale = Beslissingen zonder gevolg, hun rijen of de ongedaan gemaakte beslissing zijn er niet meer of hun waarde is niet mogelijk ({ $n_shown }):
evidence = { $what }: { $level } ({ $strength })
strength-very-strong = zeer sterk
strength-strong = sterk
strength-fair = matig
strength-weak = zwak
compared-nom = naam
compared-postnom = postnaam
compared-order = volgorde van de namen
compared-prenom = voornaam
compared-born_on = geboortedatum
compared-sex = geslacht
compared-birth_place = geboorteplaats
compared-company = zelfde personen in het huishouden, zelfde adres
compared-role = plaats in het huishouden
compared-generation = vermelding vader, zoon, Senior, Junior
compared-kept_apart = wat samenvoegen verbiedt
compared-relatives = misschien verwanten van elkaar
level-same = dezelfde
level-same_sound = zelfde naam, andere spelling
level-slip = een tikfout
level-alike = gelijkend
level-initial = zelfde initiaal
level-different = verschillend
level-as_written = zoals geschreven
level-swapped = naam en postnaam verwisseld
level-other_order = in een andere volgorde
level-same_day = dezelfde dag
level-same_month = dezelfde maand
level-same_year = hetzelfde jaar
level-near_year = op een of twee jaar na
level-other_year = een ander jaar
level-other_day = een andere dag van hetzelfde jaar
level-same_anniversary = zelfde dag en maand, ander jaar
level-two_days = heel verschillende datums
level-few_years = enkele jaren verschil
level-days_of_near_years = heel verschillende datums in twee opeenvolgende jaren
level-compatible = niets spreekt het tegen
level-head_and_child = hoofd of partner aan de ene kant, kind aan de andere in hetzelfde jaar
level-one_mark = aan één kant
level-unlike_dates = twee heel verschillende geboortedatums
level-unlike_ages = te ver uiteenliggende leeftijden
level-unlike_sexes = het geslacht verschilt en het huishouden bewijst niets
level-head_and_young_child = hoofd, partner, ouder of grootouder aan de ene kant, kind onder twaalf jaar aan de andere
level-unlike_generations = vader en zoon, of Senior en Junior
level-two_heads = twee hoofden van een huishouden in dezelfde telling, zonder gemeenschappelijke persoon of geboortedatum
level-one_fiche_number = twee rijen met hetzelfde fichenummer
level-thin_evidence = te weinig gegevens om te beslissen
level-perhaps_twins = misschien tweelingen
level-one_fiche = twee rijen van dezelfde fiche
level-other_rows_disagree = andere rijen van deze personen spreken het tegen
level-another_row_fits = een andere rij van de fiche past even goed
level-near_day = enkele dagen verschil
level-several_companions = meerdere personen gemeenschappelijk
level-one_companion = één persoon gemeenschappelijk
level-name_of_companion = één persoon gemeenschappelijk, volgens één woord van de naam
level-same_address = hetzelfde perceel
level-same_avenue = dezelfde laan
level-same_quartier = dezelfde wijk
level-other_quartier = een andere wijk
level-other_parents = andere ouders
level-another_fits = een andere rij past beter
level-possible = mogelijk
show-title = Alles wat van { $id } bekend is
show-note = Deze pagina bevat namen: ze mag de gemeente niet verlaten.
show-rows-title = Rijen
show-rows = Rijen ({ $n_shown }):
show-links = Waarom deze rijen één persoon zijn:
show-not-joined = Niet samengevoegde paren:
show-prior = vóór elke vergelijking
show-step = { $what }: { $level }
show-sum = som { $weight }; kans { $probability }; { $decided }
show-weight = Gewicht (bits)
show-strength = Sterkte
show-compared = Vergelijking
show-written = Pagina geschreven: { $path }
show-about = omstreeks { $year }
show-sex = geslacht
show-born = geboortedatum
show-born-at = geboorteplaats
show-address = adres
show-last-address = laatste adres
show-act-address = adres in de akte
address-quartier = wijk { $value }
address-avenue = laan { $value }
address-parcel = nr. { $value }
address-moved = { $place }, huis niet bekend sinds de verhuizing
address-moved-known = { $place }, sinds de verhuizing
address-moved-away = niet bekend sinds de verhuizing
address-with-before = { $text } (voordien: { $before })
show-relation = verwantschap met het hoofd
show-marital-status = burgerlijke staat
show-occupation = beroep
show-act = geboorteakte
act-with-year = { $act } ({ $year })
show-spouse = echtgenoot
spouse-died = { $name }, overleden{ $has_date ->
    [no] {""}
   *[yes] {" "}op { $on }
  }, volgens de gebeurtenis
show-seen = fiches en akten van
show-household = huishouden
show-company = met
show-former = vroegere nummers
outcome-registered = ingeschreven
outcome-merged = samengevoegd
decided-score = beslist door de berekening
decided-rule = uit elkaar gehouden door een regel
decided-person = beslist door een persoon
show-links-details = Waarom deze rijen één persoon zijn (gewicht in bits: één bit meer verdubbelt de kans):
show-result = kans { $probability }; { $decided }
show-for = { $strength }, voor
show-against = { $strength }, tegen

judge-reason = paar per paar beoordeeld
judge-keys = Antwoord met 1 (dezelfde persoon), 2 (twee personen), 3 (weet ik niet), u (laatste antwoord ongedaan maken) of q (stoppen).
judge-left = { $n ->
    [0] Er wacht geen paar.
    [one] { $n_shown } paar wacht.
   *[other] { $n_shown } paren wachten.
  }
judge-none = Er wacht geen paar meer. De volgende invoer vindt er misschien andere.
judge-age = { $n } jaar
judge-apart = Wat ze scheidt: { $level }.
judge-written = Antwoord opgeslagen (paar { $pair }).
judge-last = Uw antwoord: { $judgement }. Het programma schat de kans op dezelfde persoon op { $probability }.
judge-last-unscored = Uw antwoord: { $judgement }.
judge-undone = Antwoord ongedaan gemaakt: { $judgement } ({ $rows }). Er blijft niets van over.
judge-undone-later = Antwoord ongedaan gemaakt: { $judgement } ({ $rows }). Het register houdt er al rekening mee; de volgende invoer verbetert dat.
judge-agreement = { $n ->
    [one] { $n_shown } paar beoordeeld door twee medewerkers
   *[other] { $n_shown } paren beoordeeld door twee medewerkers
  }, hetzelfde antwoord voor { $agree_shown }; zonder antwoord van de tweede: { $unknown_shown }.
judge-agreement-share = Overeenstemming: { $share } (tussen { $low } en { $high }, met 95 %).
judge-agreement-kappa = Overeenstemming boven het toeval (Cohens kappa): { $kappa } (tussen { $low } en { $high }, met 95 %).
judge-disagreement = Oneens. { $first }; { $second }.
