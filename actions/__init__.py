"""Rasa custom actions, one a file: slot -> coach -> messages."""
