"""`python -m server.train`: make the model if domain, configuration, data or components changed."""

from __future__ import annotations

from server.launch import ensure_model, launcher


@launcher
def main() -> int:
    """Print one line when there is something to do, nothing otherwise."""
    ensure_model()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
