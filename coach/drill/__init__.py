"""Drills: five minutes on one skill, with instant feedback."""
