"""What the operator decided: settings, the source pack and the desk's data, or every error in them at once."""

from bot.config.desk_data import load_classifier, load_desk_data, load_occasions, load_topic_names
from bot.config.feeds import feeds_schema, find_feeds, load_feeds, packaged_feeds, read_feeds
from bot.config.problems import ConfigError
from bot.config.settings import Settings, load_settings

__all__ = [
    "ConfigError",
    "Settings",
    "feeds_schema",
    "find_feeds",
    "load_classifier",
    "load_desk_data",
    "load_feeds",
    "load_occasions",
    "load_settings",
    "load_topic_names",
    "packaged_feeds",
    "read_feeds",
]
