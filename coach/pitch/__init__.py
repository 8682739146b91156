"""Pitches from the catalogue, built on the needs that were really said."""
