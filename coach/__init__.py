"""Sales Coach: the sales method as a pure library, without Rasa."""

__version__ = "0.1.0"
