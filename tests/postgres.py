"""A PostgreSQL server for the tests: on the loopback address, a free port and a folder of its own; it stops with them."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path

import pytest
import sqlalchemy as sa

MISSING = "PostgreSQL is not installed (Debian: apt-get install postgresql)"


def needed() -> Path:
    """Return the folder of PostgreSQL's programs; without them skip the test, or fail it where CI is set."""
    found = programs()
    if found is None and os.environ.get("CI"):
        pytest.fail(MISSING, pytrace=False)
    if found is None:
        pytest.skip(MISSING)
    return found


def empty_database(server: str, name: str, before: str | None = None) -> str:
    """Return the address of an empty database: `before`, emptied and with a new name, for a new one takes longer."""
    folder = server.rsplit("/", 1)[0]
    with sa.create_engine(server, isolation_level="AUTOCOMMIT").connect() as connection:
        if before is None:
            connection.execute(sa.text(f"CREATE DATABASE {name}"))
            return f"{folder}/{name}"
        ended = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = :name"
        connection.execute(sa.text(ended), {"name": before})
        connection.execute(sa.text(f"ALTER DATABASE {before} RENAME TO {name}"))
    with sa.create_engine(f"{folder}/{name}", isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))
    return f"{folder}/{name}"


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs; None when it is not installed."""
    newest = sorted(glob("/usr/lib/postgresql/*/bin/pg_ctl"), reverse=True)
    found = newest[0] if newest else shutil.which("pg_ctl")
    return Path(found).resolve().parent if found else None


@contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """Start a server and give the address of a database; stop it at the end."""
    with tempfile.TemporaryDirectory(prefix="coach-postgres-") as folder:
        identity = _identity(folder)
        data, port = f"{folder}/data", _free_port()
        run = _runner(identity)
        run(bin_folder / "initdb", "-D", data, "-U", "coach", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        settings += " -c autovacuum=off"  # nothing happens but what a test does
        run(bin_folder / "pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "-o", settings, "start")
        try:
            yield f"postgresql://coach@127.0.0.1:{port}/postgres"
        finally:
            run(bin_folder / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _identity(folder: str) -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: then it runs as its own user, who is given the folder."""
    if os.geteuid() != 0:
        return None
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return user


def _runner(user: pwd.struct_passwd | None):  # type: ignore[no-untyped-def]
    as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}

    def run(*command: object) -> None:
        subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL, cwd="/", **as_user)

    return run


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
