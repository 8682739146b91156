"""Runs the migrations on the connection that the program gives; Alembic calls it."""

from __future__ import annotations

from alembic import context

from coach.accounts.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
