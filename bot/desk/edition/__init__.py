"""The day's mail decided: which stories a reader is told, in which order, and what can be said of each. Pure."""

from bot.desk.edition.coverage import Origin, Voice, appeared, independent, outlet_of, voices
from bot.desk.edition.dossier import Dossier, Facts, open_dossier
from bot.desk.edition.expected import Expected, Occasion, dated, read_occasions, recurring
from bot.desk.edition.novelty import novelty
from bot.desk.edition.selection import ELSEWHERE, IN_TITLE, Chosen, Entry, Section, arrange, shelf
from bot.desk.edition.silence import Silence, Watched, silence, watched

__all__ = [
    "ELSEWHERE",
    "IN_TITLE",
    "Chosen",
    "Dossier",
    "Entry",
    "Expected",
    "Facts",
    "Occasion",
    "Origin",
    "Section",
    "Silence",
    "Voice",
    "Watched",
    "appeared",
    "arrange",
    "dated",
    "independent",
    "novelty",
    "open_dossier",
    "outlet_of",
    "read_occasions",
    "recurring",
    "shelf",
    "silence",
    "voices",
    "watched",
]
