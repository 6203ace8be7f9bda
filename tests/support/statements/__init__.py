"""What the five seed texts state (S1-01 …), their traps (T-01 …), where all is held, and the screen that shows it."""

from __future__ import annotations

from tests.support.statements import s1, s2, s3, s4, s5, traps
from tests.support.statements.held import Held

STATEMENTS: dict[str, Held] = {
    f"{seed}-{number:02d}": held
    for seed, held_there in (
        ("S1", s1.HELD),
        ("S2", s2.HELD),
        ("S3", s3.HELD),
        ("S4", s4.HELD),
        ("S5", s5.HELD),
        ("T", traps.HELD),
    )
    for number, held in enumerate(held_there, start=1)
}
