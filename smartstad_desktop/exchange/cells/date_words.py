"""Words for months, seasons and open ends in Swedish, Norwegian, Danish and English, folded."""

from __future__ import annotations

from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januari januar january jan",
            "februari februar february feb febr",
            "mars marts march mar mrs",
            "april apr",
            "maj mai may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sep sept",
            "oktober october okt oct",
            "november nov",
            "december desember dec des",
        ),
        start=1,
    )
    for name in names.split()
}
SEASONS: Final = {
    **dict.fromkeys(("varen", "var", "foraret", "forar", "spring"), (3, 5)),
    **dict.fromkeys(("sommaren", "sommar", "sommeren", "sommer", "summer"), (6, 8)),
    **dict.fromkeys(("hosten", "host", "efteraret", "efterar", "autumn", "fall"), (9, 11)),
    **dict.fromkeys(("varterminen", "vt", "var termin"), (1, 6)),
    **dict.fromkeys(("hostterminen", "ht"), (7, 12)),
    **dict.fromkeys(
        ("borjan av", "borjan", "tidigt", "starten av", "primo", "begynnelsen av", "tidlig", "early"), (1, 4)
    ),
    **dict.fromkeys(("mitten av", "mitten", "midten av", "midt", "mid", "medio"), (5, 8)),
    **dict.fromkeys(
        ("slutet av", "slutet", "sent", "utgangen av", "slutten av", "sent i", "late", "end of", "ultimo"), (9, 12)
    ),
}
ORDINALS: Final = {"forsta": 1, "forste": 1, "andra": 2, "andre": 2, "annet": 2, "tredje": 3, "fjarde": 4, "fjerde": 4}
OPEN: Final = frozenset(
    {
        *("tills vidare", "tillsvidare", "tv", "lopande", "fortlopande", "pagaende", "pagar", "permanent", "lopende"),
        *("inget slutdatum", "saknas", "oklart", "okant", "ej klart", "ej bestamt", "ej faststallt", "ikke avklart"),
        *(
            "inte bestamt",
            "vet ej",
            "na",
            "tbd",
            "uppgift saknas",
            "drift",
            "ongoing",
            "ukjent",
            "ikke bestemt",
            "none",
        ),
    }
)
