"""Words that become part of a document: a sentence of ours in the languages of the app."""

from builder.words import Phrase, said
from engine.ports import Documents, Words


def in_app(documents: Documents, code: str, params: Words | None = None) -> dict[str, str]:
    """Return a sentence in the languages of the app, to be kept as a label."""
    told = said(Phrase(code, params or {}))
    languages = documents["app.json"]["languages"]
    kept = {language: text for language, text in told.items() if language in languages}
    return kept or {languages[0]: told["en"]}
