"""The built-in topics: gazetteer and facets decide a grade, with reasons."""

from bot.desk.topics.gazetteer import Gazetteer
from bot.desk.topics.grade import Classifier
from bot.desk.topics.presets import WHOLE, WHOLE_RULE
from bot.desk.topics.schema import DataError, Problem

__all__ = ["WHOLE", "WHOLE_RULE", "Classifier", "DataError", "Gazetteer", "Problem"]
