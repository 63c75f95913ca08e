"""All layouts of all systems."""

from __future__ import annotations

from exports import forms, limesurvey, qualtrics, redcap, surveymonkey

__all__ = ["LAYOUTS"]

LAYOUTS = (
    *limesurvey.LAYOUTS, *qualtrics.LAYOUTS, *redcap.LAYOUTS, *surveymonkey.LAYOUTS, *forms.GOOGLE, *forms.MICROSOFT,
)  # fmt: skip
