"""An article's features as text, stored with it, so that a start rebuilds the window without reading news again."""

import json
from collections.abc import Mapping
from typing import Any

from bot.desk.stories.dates import Moment
from bot.desk.stories.features import LEAD, TITLE, Features
from bot.desk.stories.figures import Figure


def to_text(article: Features) -> str:
    """The features as compact JSON, always the same for the same features."""
    titled = [word for word, weight in article.words.items() if weight == TITLE]
    led = [word for word, weight in article.words.items() if weight != TITLE]
    kept = {
        "l": article.lang,
        "c": article.concepts,
        "s": article.surfaces,
        "w": [titled, led],
        "a": sorted(article.acts),
        "p": sorted(article.people),
        "v": sorted(article.venues),
        "who": article.actor,
        "f": article.figures,
        "m": article.moments,
        "h": sorted(article.sounds),
        "k": article.sketch,
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Features:
    """The features that `to_text` wrote."""
    kept: Mapping[str, Any] = json.loads(text)
    titled, led = kept["w"]
    return Features(
        lang=kept["l"],
        concepts=kept["c"],
        surfaces=kept["s"],
        words={**dict.fromkeys(led, LEAD), **dict.fromkeys(titled, TITLE)},
        acts=frozenset(kept["a"]),
        people=frozenset(kept["p"]),
        venues=frozenset(kept["v"]),
        actor=kept["who"],
        figures=tuple(Figure(*one) for one in kept["f"]),
        moments=tuple(Moment(*one) for one in kept["m"]),
        sounds=frozenset(kept["h"]),
        sketch=tuple(kept["k"]),
    )
