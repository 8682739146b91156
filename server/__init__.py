"""Launchers: train, serve over HTTP, chat in the terminal; one process, actions included."""
