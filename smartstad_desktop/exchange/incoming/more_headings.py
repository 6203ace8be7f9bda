"""More headings that lists of projects have: questions, Danish, and what people write instead of the plain word.

Each text holds words that mean a column, with ``|`` between them; ``WEAK`` ones fit other columns as well.
"""

from __future__ import annotations

from typing import Final

MORE: Final[dict[str, str]] = {
    "external_ref": """Sagsnummer|Projektid|Lfd.nr|Lfnr|Løpe nr|Löp nr|Rad nr|Radnr|Projektkod/nr|Aktivitetskod""",
    "municipality": """Mjesto|Municipality name|Kommune/by|Vilken kommun|Hvilken kommune|Kommun (namn)""",
    "title": """Projekt/aktivitet|Prosjekt/tiltak|Aktivitet/projekt|Projekttitel/namn|Projektets titel|Indsats
        |Hvad hedder projektet|Åtgärd/projekt|Vad heter insatsen|Insatsens namn|Tiltakets navn|Namn på insats|Objekt
        |Utvecklingsprojekt|Digitaliseringsprojekt|Investeringsprojekt|Navn på prosjekt|Navn på prosjektet
        |Prosjektets tittel
        |Navn på projekt|Projektets betegnelse|Initiativ/projekt|Name of project|Activity|Arbetsnamn på projektet""",
    "what": """Beskriv projektet|Beskriv kort|Hvad går projektet ud på|Hva gjør vi|Hvad gør vi|Kort om tiltaket|Indhold
        |Beskriv prosjektet|Beskrivelse av tiltaket|Innehåll i korthet|Kort beskrivelse av prosjektet|Projektbeskrivelse
        |Kort beskrivning av projektet|Beskrivning av insatsen|Vad ska vi göra|Hva skal vi gjøre|Hva skal gjøres
        |Omfattning|Omfang|Kort projektbeskrivning|Kort om|Om prosjektet|Beskriv insatsen|Project description""",
    "why": """Vilket behov löser projektet|Vilket behov|Vilket problem löses|Vilket problem löser det|Hvilket behov
        |Hvilket problem løses|Syfte/mål|Formål og mål|Hvorfor gjør vi det|Mål och syfte|Problem|Utmaning
        |Problembeskrivning|Hvilket behov løser prosjektet|Hensikt|Syfte/nytta|Bakgrund och syfte|Bakgrunn og formål""",
    "how": """Hur gör ni|Hvordan gjør vi det|Hvordan gør vi|Hur ska det göras|Så genomförs det|Aktiviteter""",
    "status": """Hur går det|Hvordan går det|Hvor langt er vi|Hvor langt har vi kommet|I vilket skede är projektet
        |Vilket skede|Skede idag|Status nå|Status nu|Hvor langt er vi kommet|Prosjektets status|Projektets status
        |Status per idag|Status i dag|Pågår/planeras|Pågår eller planeras|Hvilken fase|Läge idag|Projektstatus nu""",
    "theme": """Strategi|Strategiområde|Indsatsområde|Målområde/tema|Temaområde/kategori|Tjenesteområde/tema|Emne
        |Fagfelt
        |Projekttyp|Prosjekttype|Smart city-område|Inriktning/område|Politikområde""",
    "owner_unit": """Ansvar|Vem ansvarar|Vem är ansvarig|Vilken förvaltning ansvarar|Ansvarig nämnd/bolag|Center
        |Hvem er ansvarlig|Hvem har ansvaret|Ansvarlig virksomhet|Ansvarlig avdeling|Ansvarlig forvaltning|Afdeling
        |Förvaltning/enhet|Nämnd/förvaltning|Nämnd/bolag|Tjenesteområde|Seksjon|Who is responsible|Lead department
        |Ansvarig avdelning/enhet|Beställare|Bestiller|Förvaltning/nämnd|Enhet/avdelning|Etat/virksomhet|Huvudansvarig
        |Hovedansvarlig|Ansvarig part|Ansvarlig part|Ägare/förvaltning|Ansvarlig sektor""",
    "contact_role": """Tovholder|Projektejer|Saksbehandler|Sagsbehandler|Kontaktperson/funktion|Vem kan man fråga
        |Ansvarig tjänsteman|Ansvarig handläggare|Projektansvarlig|Prosjektkontakt|Kontaktperson hos oss
        |Hvem kan man spørre
        |Uppgiftslämnare|Kontaktpunkt|Ansvarlig kontakt""",
    "contact_email": """Mailadresse|E-postadress kontakt|Kontakt (e-post)|Mail kontaktperson|Kontakt e-postadresse""",
    "start": """När startar det|När startade det|Når starter det|Hvornår starter det|Starttidspunkt|Opstart|Opstartsår
        |Igangsættes|Igangsattes|Startet dato|Påbegynt|Planlagt start|Oppstartsår|Byggestart|Start år|Önskad start
        |Forventet start|Förväntad start|Beräknad start|När startade/startar det|Starttermin|Planned start|Actual start
        |Uppstart|Projektstart år|Oppstartstidspunkt|Startår (planerat)|Igangsettes|Planlagt oppstart|Startas""",
    "end": """Afslutning|Forventet afslutning|Afsluttes|Sluttidspunkt|När är det klart|När blir det klart|Klar till
        |Når er det ferdig|Hvornår er det færdigt|Færdig|Ferdig år|Ferdigår|Planlagt slutt|Planlagt slut|Klart när
        |Förväntat slut|Forventet slutt|Beräknat slut|Slutförs|Avslutat|Avslutad|Avsluttet|Driftsättning|Slut år
        |Planned end|Completion|Planned completion|Forventet ferdig|Beräknas klart|Beräknas vara klart|Ferdig dato
        |Beräknat slutdatum|Färdigt år|Slutdatum (planerat)|Forventet ferdigstilt|Planlagt ferdig|Avslutsdatum""",
    "period": """Projektperiod (år)|Hvornår|Genomförs år|Genomförs|Gjennomføres|När genomförs det|Projektperiode|Årtal
        |Tidspunkt|Tidspunkt for gjennomføring|Genomförande år|Gjennomføringsperiode|När ska det göras|Tidhorisont""",
    "budget_total": """Vad kostar det|Hva koster det|Hvad koster det|Ungefärlig kostnad|Samlet økonomi|Samlet kostnad
        |Samlede omkostninger|Budsjettramme|Kostnadsoverslag|Rammebeløb|Anslått kostnad|Anslået pris|Overslag|Bevilling
        |Total projektbudget|Budgeterad kostnad|Preliminär kostnad|Totalt belopp|Summa tkr|Summa kronor|Sum totalt
        |Total kostnadsram|Beviljade medel|Avsatta medel|Approved budget|Budget total|Kostnad totalt|Kostnad total
        |Vad beräknas det kosta|Total kostnad inkl drift|Budgetbelopp|Projektets budget|Prosjektets budsjett
        |Kostnadsanslag
        |Økonomisk ramme|Ekonomisk ram|Bruttobudget|Investeringsbelopp|Total investering|Kostpris|Kalkulerad kostnad""",
    "cost_to_date": """Använt|Använt hittills|Använd budget|Forbrugt|Forbrug|Regnskapsført|Medgått|Medgåtte kostnader
        |Bokfört|Ackumulerat utfall|Utfall hittills|Kostnad hitills|Kostnader hittills|Spent so far|Actual cost|Forbrukt
        |Upparbetat hittills|Påløpt så langt|Brukt så langt|Brukt hittil|Forbrugt hidtil|Ack utfall|Utfall ack""",
    "funding": """Finansieres av|Finansieres af|Hur finansieras det|Finansierad av|Finansieringskälla/anslag|Bidrag
        |Støtte
        |Finansieringskilder|Hvordan finansieres det|Extern finansiär|Finansiering via|Ekstern finansiering""",
    "participants": """Deltagende kommuner|Medverkar|Medverkande aktörer|Vilka deltar|Hvem deltar|Samverkande parter
        |Deltakende aktører|Vilka är med|Övriga deltagare""",
    "partners": """Samarbejdspartnere|Samarbejdspartner|Samverkan|Samarbeid med|Vilka samarbetar vi med|Externa aktörer
        |Samarbeid|Samarbejde|Eksterne parter|Samverkar med|Extern part|Leverantörer""",
    "technologies": """Teknisk plattform|Vilken teknik|Hvilken teknologi|Teknikområde|Teknologiområde
        |Tekniska lösningar""",
    "expected_effect": """Forventede gevinster|Forventet gevinst|Forventet effekt/gevinst|Vad blir bättre|Hva blir bedre
        |Förväntad effekt/nytta|Förväntat utfall|Förväntade resultat|Forventede effekter|Effektmål/nytta|Mål/effekt""",
    "beneficiary": """Till nytta för|Vem är det till för|Hvem er det for|Brukergruppe|Målgruppe/brukere|Til nytte for
        |Hvem er målgruppen|Vilka berörs|Berörda""",
    "observed_effect": """Uppnådda effekter|Vad blev resultatet|Hva ble resultatet|Opnået effekt|Resultat/effekt""",
    "shareable": """Kan andra kommuner använda det|Kan andre kommuner bruke det|Kan andre bruke|Går att dela
        |Kan andra ta del|Erfarenheter att dela|Kan deles med andre|Vad kan andra återanvända
        |Hva kan andre gjenbruke""",
    "lesson": """Vad har vi lärt oss|Hva har vi lært|Hvad har vi lært|Lærdom|Lærdomme|Erfaringer så langt
        |Lärdom hittills""",
    "risks": """Risker och hinder|Hinder och risker|Vad kan gå fel|Største risikoer|Utfordringer|Utmaningar""",
    "comment": """Bemærkninger|Kommentar/status|Övriga kommentarer|Øvrige kommentarer|Notater|Kommentar fritext
        |Annat att veta
        |Andet|Øvrig|Övriga noteringar""",
    "updated_on": """Uppdaterad datum|Sist oppdatert dato|Senest opdateret|Status per datum|Status datum|Statusdatum""",
    "link": """Läs mer|Les mer|Læs mere|Mer info|Hemsida/länk|Webbadress|Nettadresse""",
    "place": """Område/plats|Lokalitet|Var|Hvor|Fastighet|Stadsdel|Bydel|Tätort|Tettsted|Location (area)""",
}

WEAK: Final[dict[str, str]] = {
    "title": """Idé|Idéer|Förslag|Forslag|Ärendemening|Ämne|Idea|Idea title|Ide|Ønske""",
    "owner_unit": """Förslagsställare|Forslagsstiller|Foreslått av|Inlämnad av""",
    "theme": """Contribution-purpose""",
}


def words(texts: dict[str, str], key: str) -> tuple[str, ...]:
    """Return the words of column *key* in *texts*."""
    return tuple(word.strip() for word in texts.get(key, "").split("|") if word.strip())
