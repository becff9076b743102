"""The Telegram conversation: one file per command."""
