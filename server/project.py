"""Where the parts of the Rasa project lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOMAIN = ROOT / "domain.yml"
CONFIG = ROOT / "config.yml"
CREDENTIALS = ROOT / "credentials.yml"
ENDPOINTS = ROOT / "endpoints.yml"
DATA = ROOT / "data"
COMPONENTS = ROOT / "components"
MODELS = ROOT / "models"
