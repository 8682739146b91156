"""`python -m server.train`: make the model, and fit the reader, where what they are made from changed."""

from __future__ import annotations

from server.launch import ensure_model, ensure_reader, launcher


@launcher
def main() -> int:
    """Print one line when there is something to do, nothing otherwise."""
    ensure_model()
    ensure_reader()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
