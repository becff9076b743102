"""The vocabulary of newsrooms in English, Korean and Chinese, by field."""
