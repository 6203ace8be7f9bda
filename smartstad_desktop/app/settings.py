"""The user's choices in one small file: language, look, recent files, and where each workspace was left."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from smartstad_desktop.app import folders
from smartstad_desktop.domain.values import Language
from smartstad_desktop.ui.kit.theme import TEXT_SIZES, ThemeName

RECENT_LIMIT: Final = 8
#: What is remembered about files that have not been opened for long is let go.
PLACES_LIMIT: Final = 40

E = TypeVar("E", Language, ThemeName)


@dataclass(slots=True)
class Settings:
    """Choices that belong to the user. A file that cannot be read gives the first choices again."""

    path: Path
    language: Language = Language.SV
    theme: ThemeName = ThemeName.LIGHT
    text_size: float = TEXT_SIZES[0]
    recent: tuple[Path, ...] = ()
    geometry: str = ""
    places: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])

    @classmethod
    def load(cls, path: Path) -> Settings:
        """Return the choices kept at *path*; what is missing or strange there is as it was at first."""
        try:
            kept = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return cls(path)
        if not isinstance(kept, dict):
            return cls(path)
        found = cast("dict[str, Any]", kept)
        places = found.get("places")
        size = found.get("text_size")
        return cls(
            path,
            language=_member(Language, found.get("language"), Language.SV),
            theme=_member(ThemeName, found.get("theme"), ThemeName.LIGHT),
            text_size=size if size in TEXT_SIZES else TEXT_SIZES[0],
            recent=tuple(Path(each) for each in _texts(found.get("recent"))),
            geometry=str(found.get("geometry") or ""),
            places=_places(places),
        )

    def save(self) -> None:
        """Write the choices; a disk that refuses loses a choice, never the work."""
        kept = {
            "language": self.language.value,
            "theme": self.theme.value,
            "text_size": self.text_size,
            "recent": [str(path) for path in self.recent],
            "geometry": self.geometry,
            "places": dict(list(self.places.items())[-PLACES_LIMIT:]),
        }
        part = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
            os.replace(part, self.path)  # noqa: PTH105  Path.replace is the same call; os names the atomic one
        except OSError:
            return

    def opened(self, workspace: Path) -> None:
        """Put *workspace* first among the recent files."""
        others = [path for path in self.recent if path != workspace]
        self.recent = (workspace, *others)[:RECENT_LIMIT]
        self.save()

    def forget(self, workspace: Path) -> None:
        """Take *workspace* out of the recent files."""
        self.recent = tuple(path for path in self.recent if path != workspace)
        self.places.pop(str(workspace), None)
        self.save()

    def trusted_issuers(self) -> tuple[bytes, ...]:
        """Return the certificates of the issuers whose signatures the user relies on."""
        from smartstad_desktop.exchange.signing.certificates import trusted_in  # noqa: PLC0415  only when asked for

        return trusted_in(folders.issuers())

    def remembered(self, workspace: Path, key: str, default: str = "") -> str:
        """Return what was remembered as *key* for this workspace."""
        return self.places.get(str(workspace), {}).get(key, default)

    def remember(self, workspace: Path, key: str, value: str) -> None:
        """Remember *value* as *key* for this workspace, and write it to disk."""
        place = self.places.pop(str(workspace), {})
        if place.get(key) != value:
            place[key] = value
            self.places[str(workspace)] = place
            self.save()
        else:
            self.places[str(workspace)] = place


def _member(kind: type[E], value: object, default: E) -> E:
    return next((member for member in kind if member.value == value), default)


def _texts(value: object) -> list[str]:
    return [each for each in cast("list[object]", value) if isinstance(each, str)] if isinstance(value, list) else []


def _places(value: object) -> dict[str, dict[str, str]]:
    if not isinstance(value, dict):
        return {}
    return {
        str(path): {str(key): str(each) for key, each in cast("dict[object, object]", place).items()}
        for path, place in cast("dict[object, object]", value).items()
        if isinstance(place, dict)
    }
