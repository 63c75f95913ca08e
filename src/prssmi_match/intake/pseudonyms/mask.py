"""The parts of a document under pseudonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.intake.pseudonyms.needs import ATTRIBUTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prssmi_match.intake.pseudonyms.entry import Kind
    from prssmi_match.intake.pseudonyms.key import Key

__all__ = ["Mask"]


class Mask:
    """Puts the pseudonyms of a key in the place of what they stand for.

    Parameters
    ----------
    key : Key
        It has a pseudonym for every site and organization of the document.
    """

    def __init__(self, key: Key) -> None:
        self._key = key

    def site(self, site_id: str) -> str:
        """Return the pseudonym of a site.

        Raises
        ------
        KeyError
            If it has none: a bug, as an id must never stay by mistake.
        """
        return self._key.pseudonyms["site", site_id]

    def sites(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the pseudonyms of sites whose order means nothing, in an order that tells nothing."""
        return tuple(sorted(map(self.site, ids)))

    def name(self, site_id: str) -> str:
        """Return what a site is called: ``Mentee K7Q2WD``."""
        word, _, code = self.site(site_id).rpartition("-")
        return f"{word.capitalize()} {code.upper()}"

    def organization(self, organization: str | None) -> str | None:
        """Return the pseudonym of an organization; None where it is unknown."""
        return self._key.pseudonym("organization", organization) if organization and organization.strip() else None

    def text(self, kind: Kind, text: str) -> str:
        """Return the pseudonym of a text that names somebody, and any other text as it is."""
        return self._key.pseudonym(kind, text) or text

    def field(self, field: str) -> str:
        """Return a field that a rule or criterion reads; the name of an attribute may name somebody."""
        if not field.startswith(ATTRIBUTES):
            return field
        return ATTRIBUTES + self.text("field", field.removeprefix(ATTRIBUTES))

    def where(self, where: Mapping[str, str]) -> dict[str, str]:
        """Return the fields and values that a quota asks for; those from a fixed list of words stay."""
        return {self.field(field): self._value(field, value) for field, value in where.items()}

    def _value(self, field: str, value: str) -> str:
        return self.text("value", value) if field == "state" or field.startswith(ATTRIBUTES) else value
