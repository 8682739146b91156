"""Slack: direct messages, threads, commands and buttons, on Bolt beside Rasa."""
