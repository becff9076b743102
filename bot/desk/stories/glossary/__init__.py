"""The vocabulary of newsrooms in English, Korean and Chinese, by field; each table as that of things.py."""

from bot.desk.stories.glossary import diplomacy, industry, law, people, security, society, technology, trade

TABLES = tuple(field.TABLE for field in (diplomacy, industry, law, people, security, society, technology, trade))
