"""The words the importer knows without a programme: default themes and municipalities of the shipped templates."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.lists.lists import Vocabulary

#: Theme key (domain 6.10) with the names lists use for it.
THEMES: Final[dict[str, tuple[str, ...]]] = {
    key: tuple(names.split("|"))
    for key, names in {
        "environment": "Miljöteknik|Miljö|Miljø|Klimat|Klima|Miljö och klimat|Klimat och miljö|Klima og miljø|"
        "Miljøteknologi|"
        "Miljøteknik|Environment|Luftkvalitet|Naturvård|Environmental technology|Miljö och hållbarhet|Grön omställning",
        "mobility": "Mobilitet och transport|Mobilitet|Transport|Trafik|Trafikk|Resor|Kollektivtrafik|"
        "Mobilitet og transport|"
        "Mobility|Mobility and transport|Transport and travel|Infrastruktur|Samferdsel|Gator och trafik|"
        "Hållbart resande",
        "digital": "Digitala tjänster och e-förvaltning|Digitala tjänster|E-förvaltning|Digitalisering|"
        "Digitale tjenester|E-tjänster|"
        "Digital services|E-government|Digitale tjenester og e-forvaltning|IT|Service och e-tjänster|AI|Automatisering",
        "planning": "Stadsplanering och livsmiljö|Stadsplanering|Livsmiljö|Samhällsbyggnad|Samhällsplanering|"
        "Byplanlegging|Byutvikling|"
        "Byplanlegging og bomiljø|Bomiljø|Urban planning|Stadsutveckling|Fysisk planering|Arealplan|Samfunnsutvikling|"
        "Byggande|"
        "Stadsmiljö|Byplanlægning|Byudvikling|Byggande och boende|Boende|Affordable housing",
        "participation": "Social hållbarhet och delaktighet|Social hållbarhet|Delaktighet|Medborgardialog|Demokrati|"
        "Sosial bærekraft|"
        "Medvirkning|Social sustainability|Participation|Invånardialog|Inkludering|Trygghet|Folkhälsa och delaktighet|"
        "Jämlikhet|"
        "Social bæredygtighed|Tillgänglighet|Demokrati och delaktighet|Sosial bærekraft og medvirkning",
        "data": "Data och öppna data|Data|Öppna data|Åpne data|Open data|Data og åpne data|Åbne data|IoT och data|"
        "Sensorer och data|"
        "Datadriven utveckling|Geodata",
        "water": "Vatten|Vann|Vand|Water|VA|Vatten och avlopp|Vann og avløp|Dagvatten|Skyfall|Overvann|"
        "Vatten och skyfall|Hav och vatten",
        "energy": "Energi|Energy|Energieffektivisering|Solenergi|Energi och klimat|Energi och effekt|Förnybar energi|"
        "Fornybar energi|Elektrifiering",
        "circular": "Cirkulär ekonomi|Sirkulærøkonomi|Sirkulær økonomi|Circular economy|Återbruk|Gjenbruk|Ombruk|"
        "Avfall|Renovasjon|"
        "Cirkulär|Cirkulärt|Cirkulær økonomi|Avfall och återvinning|Cirkularitet|Resurser och avfall",
        "health": "Hälsa och välfärd|Hälsa|Välfärd|Vård och omsorg|Omsorg|Helse og velferd|Helse|Velferdsteknologi|"
        "Välfärdsteknik|"
        "Health|Health and welfare|Vård|Äldreomsorg|Helse og omsorg|Sundhed|Sundhed og velfærd|Hemtjänst|Folkhälsa|"
        "Socialtjänst",
        "education": "Utbildning och digital kompetens|Utbildning|Skola|Kompetens|Utdanning|"
        "Utdanning og digital kompetanse|Skole|"
        "Digital kompetens|Education|Education and digital skills|Förskola och skola|Lärande|Oppvekst|"
        "Barn och utbildning|Uddannelse|Skills",
        "tourism": "Turism, kultur och evenemang|Turism|Kultur|Evenemang|Reiseliv og kultur|Reiseliv|"
        "Kultur och fritid|Turism och kultur|"
        "Tourism|Besöksnäring|Besöksnäring och kultur|Fritid|Kultur og fritid|Turisme|Tourism, culture and events|"
        "Upplevelser",
        "business": "Näringsliv och jobb|Näringsliv|Jobb|Arbetsmarknad|Næringsliv og arbeidsplasser|Næringsliv|"
        "Business|Erhverv|"
        "Business and jobs|Näringsliv och arbete|Arbetsmarknad och näringsliv|Entreprenörskap|Innovation|"
        "Landsbygdsutveckling",
        "logistics": "Leveranskedjor och logistik|Leveranskedjor|Logistik|Forsyningskjeder|Logistikk|"
        "Supply chains and logistics|Logistics|"
        "Leveranser|Varuförsörjning",
        "other": "Övrigt|Annet|Övriga|Annat|Other|Andet|Diverse|Ospecificerat|Annat område",
    }.items()
}

#: Municipalities of the shipped templates: key, name as lists write it,
#: and what else stands for it (codes, old spellings).
_KNOWN: Final = (
    "bjuv Bjuv 1260|bastad Båstad 1278|helsingborg Helsingborg Hälsingborg 1283|hoganas Höganäs 1284|"
    "klippan Klippan 1276"
    "|landskrona Landskrona 1282|perstorp Perstorp 1275|svalov Svalöv 1214|astorp Åstorp 1277|"
    "angelholm Ängelholm Engelholm 1292"
    "|orkelljunga Örkelljunga 1257|trollhattan Trollhättan 1488|vanersborg Vänersborg Vänesborg 1487"
    "|halden Halden 3101 3001|moss Moss 3103 3002|sarpsborg Sarpsborg 3105 3003|fredrikstad Fredrikstad 3107 3004"
    "|hvaler Hvaler 3110 3011|rade Råde 3112 3017|valer Våler 3114 3018|skiptvet Skiptvet 3116 3015"
    "|rakkestad Rakkestad 3120 3016|marker Marker 3122 3013|aremark Aremark 3124 3012|molde Molde 1506"
    "|kristiansund Kristiansund 1505|alesund Ålesund 1508|rauma Rauma 1539|vestnes Vestnes 1535|aukra Aukra 1547"
    "|hustadvika Hustadvika 1579|indre_ostfold Indre_Østfold 3118 3014"
)
MUNICIPALITIES: Final[dict[str, tuple[str, ...]]] = {
    key: tuple(name.replace("_", " ") for name in names)
    for key, *names in (each.split(" ") for each in _KNOWN.split("|"))
}

DEFAULT: Final = Vocabulary(themes=THEMES, municipalities=MUNICIPALITIES)


def joined(words: Vocabulary) -> Vocabulary:
    """Return *words* of a programme with the names we know besides, for the keys it has; other municipalities stay."""
    themes = {key: (*names, *THEMES.get(key, ())) for key, names in words.themes.items()}
    towns = {key: (*names, *MUNICIPALITIES.get(key, ())) for key, names in words.municipalities.items()}
    # A neighbour outside the programme must be recognised as such, not be bent into the nearest name inside it.
    return Vocabulary(themes=themes, municipalities=towns | {k: n for k, n in MUNICIPALITIES.items() if k not in towns})
