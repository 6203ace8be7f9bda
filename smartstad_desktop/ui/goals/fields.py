"""Fields that only the target vision has: a text in three languages side by side, a year."""

from __future__ import annotations

from typing import Final

from typing_extensions import override

from smartstad_desktop.domain.goals.goal_fields import YearUnlikely, trilingual
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm

_OTHERS: Final = (N_("In Norwegian"), N_("In English"))


def three(stem: str, title: str, *, is_name: bool = False) -> tuple[GrowingField, ...]:
    """Return the fields of a text in Swedish, bokmål and English."""
    font = text_font(Type.BODY, Weight.SEMIBOLD) if is_name else None
    first = title if current().language == Language.SV else f"{title} · {_('In Swedish')}"
    labels = (first, *(current().text(language) for language in _OTHERS))
    fields = tuple(
        GrowingField(name, label, font=font, is_one_paragraph=is_name)
        for name, label in zip(trilingual(stem), labels, strict=True)
    )
    for field, label in zip(fields[1:], labels[1:], strict=True):
        field.editor.setAccessibleName(f"{title}: {label}")
    return fields


def new_names(text: str, stem: str = "name") -> dict[str, str]:
    """Return the fields of a new record: its name in Swedish, which is always there, and in the window's language."""
    return {f"{stem}_{language}": text for language in (Language.SV, current().language)}


def write_name(form: RecordForm) -> None:
    """Let the name be written in the language of the window."""
    name = f"name_{current().language}"
    form.edit(name)
    field = form.fields[name]
    if isinstance(field, GrowingField):
        field.area.selectAll()


class YearField(LineField):
    """A year with four figures."""

    @override
    def parse(self, text: str) -> int | None:
        """Return the year."""
        plain = text.strip()
        if plain and not plain.isdecimal():
            raise YearUnlikely(field=self.name, text=plain)
        return int(plain) if plain else None


def not_measured() -> str:
    """Return what stands where there is no number."""
    return _("not measured yet")
