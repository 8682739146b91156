"""Measurements of speed, side by side with the bot of `rasa init`."""
