"""Rasa NLU components and policies: thin adapters that call coach."""
