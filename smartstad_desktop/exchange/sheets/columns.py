"""The columns of a project list, once: headings, the words that mean them, how to read and how to write a cell.

Import, export, preview and input help all read this table, so they cannot disagree.
"""

from __future__ import annotations

from typing import Final

from smartstad_desktop.exchange.cells import cells
from smartstad_desktop.exchange.sheets.column import Column, column

#: The heading of the hidden column that carries our own row keys out and back.
ROW_KEY: Final = "row_key"

COLUMNS: Final[tuple[Column, ...]] = (
    column(ROW_KEY, "SMARTstad-id|SMARTstad-id|SMARTstad id", cells.reference, width=12),
    column(
        "external_ref", "Löpnr / eget id|Løpenr|Own reference", cells.reference,
        also="Löpnr|Löpnummer|Eget id|ID|Id-nummer|Nr|Nr.|Nummer|Projektnr|Projektnummer|Projekt-id|Projekt id|Dnr|"
        "Diarienr|Diarienummer|Løpenummer|Prosjektnr|Prosjektnummer|Prosjekt-id|Saksnr|Saksnummer|Referens|Ref|Ref.nr|"
        "Referanse|Project ID|Project no|Reference|Number|No|Projektkod|Ärendenummer|Ärendenr|Sagsnr|Objektnr|"
        "Aktivitetsnr|#|Projekt nr|Prosjekt nr|Lnr|Pnr|Ärende|Rad|Diarienr.",
        width=12,
    ),
    column(
        "municipality", "Kommun|Kommune|Municipality", cells.municipality,
        also="Kommunens namn|Kommunnamn|Kommunkod|Kommunenavn|Kommunenr|Ägande kommun|Ansvarig kommun|"
        "Projektägande kommun|Eierkommune|Stad|Ansvarlig kommune|Lead municipality|Ward|Kommun/stad|Huvudkommun|"
        "Hemkommun|By|City|Town|Vertskommune|Värdkommun",
        weak="Organisation|Ägare|Organisasjon|Ort|Locations|Location|Part|Huvudman|Eier|Område",
        width=16, required=True,
    ),
    column(
        "title", "Projektnamn|Prosjektnavn|Project name", cells.title,
        also="Vad heter projektet|Hva heter prosjektet|Titel|Namn|Benämning|Projekt|Projekttitel|Projektets namn|"
        "Namn på projekt|Namn på projektet|Initiativ|Initiativets namn|Tittel|Navn|Prosjekt|Prosjekttittel|"
        "Prosjektets navn|Betegnelse|Titel på projekt|Projektnavn|Title|Name|Project|Project title|Initiative|Use case|"
        "Rubrik|Projektrubrik|Insats|Tiltak|Åtgärd|Satsning|Uppdrag|Projekt/initiativ|Projekt / insats|"
        "Projekt eller initiativ|Pågående projekt|Planerade projekt|Aktivitet|Aktivitetens namn|Projektbenämning",
        weak="Contribution|Projekta|Scheme|Uppgift|Beskrivning av projekt",
        width=38, required=True, hint="Kort namn som andra känner igen.|Kort navn som andre kjenner igjen.|"
        "A short name.",
    ),
    column(
        "alias", "Även kallat|Også kalt|Also called",
        also="Alias|Kortnamn|Arbetsnamn|Förkortning|Kortnavn|Forkortelse|Kallas även|Short name|Akronym", width=18,
    ),
    column(
        "what", "Vad? (en mening)|Hva? (én setning)|What? (one sentence)", cells.long_text,
        also="Vad|Vad?|Hva|Hva?|Beskrivning|Kort beskrivning|Projektbeskrivning|Beskrivning av projektet|"
        "Sammanfattning|Innehåll|Syfte och innehåll|Kort om projektet|Vad handlar det om|Vad går projektet ut på|"
        "Hva går prosjektet ut på|Beskrivelse|Kort beskrivelse|Prosjektbeskrivelse|Innhold|Sammendrag|"
        "Formål og innhold|Hvad|Description|Summary|What|Short description|Vad gör vi|Vad ska göras|"
        "Vad innebär projektet|Kortfattad beskrivning|Om projektet|Projektets innehåll|Sub-Project Name",
        weak="Text|Information|Beskrivning/syfte|Detaljer",
        width=48, required=True,
    ),
    column(
        "why", "Varför? (behov/nytta)|Hvorfor? (behov/nytte)|Why? (need, benefit)", cells.long_text,
        also="Varför|Hvorfor|Syfte|Bakgrund|Nytta|Behov och nytta|Motiv|Motivering|Formål|Bakgrunn|Nytte|Begrunnelse|"
        "Why|Purpose|Background|Benefit|Syfte och mål|Varför gör vi det|Nytta för kommunen|Baggrund|Behov/nytta|"
        "Vinster",
        weak="Behov|Mål", width=40,
    ),
    column(
        "how", "Hur? (lösning)|Hvordan? (løsning)|How? (solution)", cells.long_text,
        also="Hur|Hvordan|Genomförande|Metod|Lösning|Gjennomføring|Metode|Løsning|Arbetssätt|Tillvägagångssätt|How|"
        "Method|Solution|Hur gör vi|Så gör vi|Fremgangsmåte|Løsning/metode", weak="Åtgärder", width=40,
    ),
    column(
        "status", "Status|Status|Status", cells.status,
        also="Var i processen|Statuskod|Fas|Läge|Skede|Projektstatus|Projektfas|Lägesstatus|Nuläge|Stadium|Fase|"
        "Prosjektstatus|Tilstand|Statusbeskrivning|Stage|Phase|State|Statusläge|Projektläge|Var är vi nu|Läget|"
        "Status idag|Prosjektfase|Agency Use|Hur långt har vi kommit|Stadie",
        weak="Framdrift|Progress", width=16, required=True,
    ),
    column(
        "theme", "Tema|Tema/fagområde|Theme", cells.themes,
        also="Sakområde|Tema|Temaområde|Område|Kategori|Ämnesområde|Sektor|Fokusområde|Insatsområde|Fagområde|Temaer|"
        "Fokusområder|Innsatsområde|Theme|Category|Area|Sector|Verksamhetsområde|Utvecklingsområde|Smart stad-område|"
        "Projektområde|Tema/område|Domän|Domain|Primary Intervention Theme|Satsningsområde|Satsingsområde|"
        "Strategiskt område",
        weak="Typ|Type|Inriktning|Purpose|Ämne|Program", width=26, required=True,
    ),
    column(
        "goals", "Bidrar till mål|Bidrar til mål|Goals served", cells.list_of_texts,
        also="Målkoppling|Kopplat mål|Måluppfyllelse|Bidrag till mål|Kommunens mål|Målområde|Måloppnåelse|Goals|Mål",
        weak="Målbild", width=20,
    ),
    column(
        "needs", "Invånarbehov|Innbyggerbehov|Residents' needs", cells.long_text,
        also="Invånarnas behov|Invånarbehov|Medborgarbehov|Innbyggernes behov|Brukerbehov|Brukarbehov|Needs",
        weak="Behov", width=30,
    ),
    column(
        "sdg", "Globala mål|Bærekraftsmål|Global goals", cells.global_goals,
        also="FN-mål|FN:s mål|Agenda 2030|Agenda 2030-mål|SDG|SDG:er|FNs bærekraftsmål|Globala målen|Hållbarhetsmål|"
        "Verdensmål", width=16,
    ),
    column(
        "owner_unit", "Ansvarig förvaltning/bolag|Ansvarlig etat|Responsible unit",
        also="Avd|Förv|Förv.|Förvaltning|Nämnd|Ansvarig nämnd|Ansvarig förvaltning|Ansvarig enhet|Enhet|Verksamhet|"
        "Avdelning|Ansvarig|Ansvarig avdelning|Bolag|Förvaltning/bolag|Ägande förvaltning|Projektägare|Etat|Ansvarlig|"
        "Ansvarlig enhet|Enhet/etat|Avdeling|Virksomhet|Sektor/enhet|Responsible|Department|Agency|Unit|Owner|"
        "Program/Agency Name|Ansvarig organisation|Forvaltning|Kommunalområde|Ansvarig verksamhet",
        weak="Organisation|Ägare|Organisasjon|Organization|Podnositelj|Eier", width=26,
    ),
    column(
        "contact_role", "Kontaktfunktion|Kontaktrolle|Contact (role)",
        also="Projektansvarig|Prosjektansvarlig|Ansvarig person|Ansvarig tjänsteperson|Kontaktinfo|Kontakt|"
        "Kontaktperson|Kontaktroll|Kontaktpersoner|Funktion|Roll|Kontaktuppgift|Projektledare|Ansvarig funktion|"
        "Projektleder|Prosjektleder|Rolle|Contact|Contact role|Contact person|Kontaktperson (funktion)|Handläggare|"
        "Ansvarlig rolle",
        width=24, required=True, hint="Funktion, inte personnamn.|Funksjon, ikke personnavn.|A function, not a name.",
    ),
    column(
        "contact_email", "E-post (intern)|E-post (intern)|E-mail (internal)",
        also="Mailadress|E-post|Epost|Mejl|Mail|E-mail|Email|E-postadress|Mejladress|Kontakt e-post|Epostadresse|"
        "E-postadresse",
        width=26,
    ),
    column(
        "start", "Start|Start|Start", cells.period,
        also="Igångsatt|Startet|Påbörjat|Startdatum|Startår|Start datum|Startar|Från|Fr.o.m.|Påbörjas|Påbörjad|"
        "Projektstart|Planerad start|Oppstart|Startdato|Fra|Oppstartsdato|Start date|From|Begin|Starttid|Startmånad|"
        "Start (år)|Start kvartal|Byggstart|Startår/kvartal|Startdag|Begynner",
        weak="År|Year|Godina|Datum", width=14,
        hint="2026-03-01, mars 2026, Q3 2026, hösten 2026 eller 2026.|2026-03-01, mars 2026, Q3 2026, høsten 2026 "
        "eller 2026.|2026-03-01, March 2026, Q3 2026, autumn 2026 or 2026.",
    ),
    column(
        "end", "Slut|Slutt|End", cells.period,
        also="Stopp|Stoppdatum|Slutdatum|Slutår|Slut datum|Till|T.o.m.|Klart|Klar|Avslutas|Avslut|Avslutning|"
        "Projektslut|Planerat slut|Planerat slutdatum|Sluttdato|Til|Ferdig|Avsluttes|Ferdigstilt|End date|To|Finish|"
        "Deadline|Slutmånad|Slut (år)|Klart år|Färdigt|Färdigår|Slutdag|Målår|Slutdato|Slut kvartal|Beräknat klart|"
        "Sluttår|Tidsfrist|Frist|Ferdigstillelse", width=14,
        hint="2027-06-30, juni 2027, Q2 2027, våren 2027 eller 2027.|2027-06-30, juni 2027, Q2 2027, våren 2027 eller "
        "2027.|2027-06-30, June 2027, Q2 2027, spring 2027 or 2027.",
    ),
    column(
        "period", "Tidplan|Tidsplan|Time", cells.period,
        also="Start slut|Start–slut|Tidsrom|Tidsplan|Tid|Period|Projektperiod|Projekttid|Tidsperiod|Genomförandeperiod|"
        "Genomförandetid|Prosjektperiode|Periode|När|Når|Tidram|Tidsramme|Time|Timeline|Duration|Tidsperiode|Løpetid|"
        "Löptid|När?", width=16,
    ),
    column(
        "budget_total", "Budget totalt (tkr)|Budsjett (1000 kr)|Budget, total (SEK thousand)", cells.money,
        also="Pengar|Anslag|Utgift|Utgifter|Totalutgift|Investeringsutgift|Kostnadsuppskattning|Budget|Budget totalt|"
        "Total budget|Totalbudget|Kostnad|Kostnader|Estimerad budget|Beräknad kostnad|Uppskattad kostnad|Projektbudget|"
        "Kostnadsram|Beräknad budget|Totalkostnad|Total kostnad|Budsjett|Totalbudsjett|Kostnadsramme|Ramme|"
        "Estimert kostnad|Beregnet kostnad|Prosjektbudsjett|Belopp|Beløp|Budget (kr)|Cost|Total cost|Amount|"
        "Estimated cost|Kostnadsberäkning|Budgetram|Investering|Investeringsram|Finansieringsbehov|Ekonomi|Økonomi|"
        "Pris|Summa|Total|Total 10 Year|Budgeterat|Prognos|Omfattning kr|Samlet budsjett|Kalkyl|Iznos|Omkostninger|"
        "Projektkostnad",
        weak="Medel|Funding|Value", width=16, hint="Tusen kronor, till exempel 700.|Tusen kroner, for eksempel 700.|"
        "Thousands.",
    ),
    column(
        "cost_to_date", "Kostnad hittills (tkr)|Påløpt (1000 kr)|Cost so far (SEK thousand)", cells.money,
        also="Kostnad hittills|Kostnad hitintills|Använda medel|Utfall|Upparbetat|Upparbetade kostnader|Förbrukat|"
        "Förbrukade medel|Påløpt|Påløpte kostnader|Forbruk|Spent|Cost to date|Hittills|Upparbetad kostnad|"
        "Ekonomiskt utfall|Brukt|Regnskap|Nedlagd kostnad", width=16,
    ),
    column(
        "funding", "Finansiering|Finansiering|Funding", cells.list_of_texts,
        also="Finansieras av|Finansieringsform|Finansiär|Finansiärer|Finansieringskälla|Extern finansiering|"
        "Medfinansiering|Finansieringskilde|Bidragsgivare|Source of funding|Funded by|Bidrag från|Financing", width=22,
    ),
    column(
        "funding_nature", "Engångsmedel/drift|Engangs/drift|One-off or running", cells.funding_nature,
        also="Engångs/drift|Typ av medel|Investering/drift|Drift eller investering|Engångsmedel eller drift", width=16,
    ),
    column(
        "participants", "Medverkande kommuner|Deltakende kommuner|Participating municipalities", cells.list_of_texts,
        also="Medverkande|Medverkande organisationer|Medverkande (organisationer)|Deltagande kommuner|"
        "Samverkande kommuner|Deltakere|Deltagare|Kommuner|Samarbeidskommuner|Participants|Medverkande parter|Deltar|"
        "Andra kommuner", width=24,
    ),
    column(
        "partners", "Partners|Partnere|Partners", cells.list_of_texts,
        also="Samarbetspartner|Samarbetspartners|Samverkanspartner|Samverkan med|Samarbetsparter|Samarbeidspartner|"
        "Samarbeidspartnere|Leverantör|Partner|Samverkansparter|Leverandør|Supplier|Externa parter|Samarbete", width=24,
    ),
    column(
        "actor_types", "Aktörstyper|Aktørtyper|Kinds of actors", cells.actor_types,
        also="Aktörstyp|Aktörer|Aktørtype|Sektorer|Typ av aktör", width=20,
    ),
    column(
        "municipality_role", "Kommunens roll|Kommunens rolle|The municipality's role", cells.municipality_role,
        also="Vår roll|Roll i projektet|Rolle i prosjektet|Kommunroll", width=18,
    ),
    column(
        "technologies", "Teknik|Teknologi|Technology", cells.list_of_texts,
        also="Teknologier|Tekniker|Använd teknik|Teknisk lösning|Technologies|Technology|Teknologi", width=20,
    ),
    column(
        "maturity", "Mognad|Modenhet|Maturity", cells.maturity,
        also="Mognadsgrad|TRL|TRL-nivå|Modenhetsgrad|Teknikmognad|Maturity level", width=14,
    ),
    column(
        "testbed_use", "Testbädd?|Testarena?|Testbed?", cells.possibility,
        also="Testbädd|Testarena|Testbäddsprojekt|Lämplig för testbädd|Testbed", width=14,
    ),
    column(
        "procurement_potential", "Gemensam upphandling?|Felles anskaffelse?|Joint procurement?", cells.possibility,
        also="Upphandling|Gemensam upphandling|Upphandlingsbehov|Felles anskaffelse|Anskaffelse|Procurement", width=16,
    ),
    column(
        "expected_effect", "Förväntad effekt|Forventet effekt|Expected effect", cells.long_text,
        also="Nytta/effekt|Effektmål|Förväntat resultat|Förväntad nytta|Effekt|Effekter|Förväntade effekter|"
        "Forventet resultat|Forventet nytte|Gevinst|Expected impact|Effekthemtagning|Gevinster|Expected result|"
        "Mål och effekt", width=36,
    ),
    column(
        "beneficiary", "För vem|For hvem|For whom", cells.list_of_texts,
        also="Målgrupp|Målgrupper|Målgruppe|Vem har nytta|Användare|Brukere|Target group|För vem?|Brukare", width=20,
    ),
    column(
        "observed_effect", "Uppnådd effekt|Oppnådd effekt|Observed effect", cells.long_text,
        also="Resultat|Uppnått resultat|Uppnådd nytta|Utfall effekt|Resultater|Oppnådd resultat|Result|Results|Outcome",
        width=36,
    ),
    column(
        "shareable", "Kan delas (vad)|Kan deles (hva)|Can be shared (what)", cells.long_text,
        also="Kan delas|Delas|Delning|Återanvändning|Delbart|Kan deles|Gjenbruk|Spridning|Shareable|Reuse|"
        "Kan andra använda", width=24,
    ),
    column(
        "lesson", "Lärdom|Læring|Lesson", cells.long_text,
        also="Lärdomar|Erfarenhet|Erfarenheter|Lärande|Erfaring|Erfaringer|Lessons learned|Lessons", width=30,
    ),
    column(
        "risks", "Största risk|Største risiko|Greatest risk", cells.long_text,
        also="Risk|Risker|Hinder|Risiko|Risikoer|Hindringer|Risks", width=26,
    ),
    column(
        "resident_involvement", "Invånarinvolvering|Medvirkning|Resident involvement", cells.long_text,
        also="Invånardialog|Medborgardialog|Dialog|Involvering|Innbyggermedvirkning|Brukermedvirkning|"
        "Medborgarinvolvering", width=24,
    ),
    column("city_wide", "Kommungemensamt|Felles for kommunen|City-wide", cells.yes_or_no, also="Stadsgemensamt|"
    "Stadsgemensam", width=12),
    column(
        "challenges_core", "Utmanar kärnverksamheten|Utfordrer kjernevirksomheten|Challenges core services",
        cells.yes_or_no,
        also="Utmanar kärnverksamhet", width=12,
    ),
    column("lighthouse", "Fyrtornsprojekt|Fyrtårn|Lighthouse project", cells.yes_or_no, also="Fyrtorn|"
    "Fyrtårnsprosjekt|Lighthouse", width=12),
    column("link", "Länk|Lenke|Link", also="Webb|Url|Webbsida|Webbplats|Hemsida|Nettside|Länkar|Website|"
    "Mer information|Lenker", width=26),
    column("place", "Plats|Sted|Place", also="Adress|Geografi|Geografisk plats|Adresse|Lokalisering|Address|"
    "Platser|Placering", width=18),
    column(
        "updated_on", "Uppdaterad|Oppdatert|Updated", cells.day,
        also="Datum för uppdatering|Senast ändrad|Senast uppdaterad|Uppdaterat|Uppdateringsdatum|Sist oppdatert|"
        "Sist endret|Ändrad|Last updated|Opdateret", width=12,
    ),
    column(
        "confidential", "Sekretess|Unntatt off.|Confidential", cells.confidential,
        also="Sekretessbelagd|Konfidentiell|Unntatt offentlighet|Gradert|Sekretessgrund|Skyddsvärd", width=12,
    ),
    column(
        "comment", "Kommentar|Kommentar|Comment", cells.long_text,
        also="Övriga upplysningar|Opplysninger|Kommentarer|Anteckning|Anteckningar|Övrigt|Notering|Noteringar|Merknad|"
        "Merknader|Notat|Anmärkning|Comments|Note|Notes|Remark|Annet|Övrig information|Bemærkning|Fritext|"
        "Statuskommentar", width=36,
    ),
)  # fmt: skip

BY_KEY: Final = {each.key: each for each in COLUMNS}
#: Fields whose reading keeps what was written beside it.
PERIODS: Final = ("start", "end")
MONEY: Final = ("budget_total", "cost_to_date")
