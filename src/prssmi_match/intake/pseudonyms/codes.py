"""Codes made of a secret and a text: short, readable, and telling nothing without the secret."""

from __future__ import annotations

import hashlib
import hmac

__all__ = ["ALPHABET", "LONGEST", "SHORTEST", "code_of"]

ALPHABET = "23456789cdfghjkmnpqrtvwxy"
"""No characters that are mistaken for each other (0 and o, 1 and l, 2 and z, 5 and s, 8 and b); no vowels, no words."""

SHORTEST = 6
"""Characters of a code, unless another one begins with the same: about 244 million codes."""

LONGEST = 55
"""Characters that a digest of 256 bits gives."""


def code_of(secret: bytes, domain: str, text: str) -> str:
    """Return the whole code of a text: HMAC-SHA256 in the letters of ``ALPHABET``, ``LONGEST`` of them.

    Parameters
    ----------
    secret : bytes
        The key of the HMAC.
    domain : str
        What kind of text it is; the same text of two kinds has two codes that nobody can connect.
    text : str
        Any text, taken as it is.
    """
    number = int.from_bytes(hmac.new(secret, f"{domain}\0{text}".encode(), hashlib.sha256).digest(), "big")
    letters = []
    for _ in range(LONGEST):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "".join(letters)
