#!/usr/bin/env bash
# Prints the path of a Python 3.10 that really runs and can make a virtual environment; else says how to get one.
set -u

works() { # a name may exist and not run (pyenv shims), or lack venv (Debian without python3.10-venv)
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, 10))' >/dev/null 2>&1
}

candidates() {
    [ -n "${PYTHON:-}" ] && echo "$PYTHON"
    echo python3.10
    for found in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10*/bin/python; do echo "$found"; done
    command -v uv >/dev/null 2>&1 && UV_PYTHON_DOWNLOADS=never uv python find 3.10 2>/dev/null
    for found in /opt/homebrew/bin/python3.10 /usr/local/bin/python3.10 /usr/bin/python3.10 python3 python; do
        echo "$found"
    done
}

while IFS= read -r candidate; do
    if works "$candidate"; then
        "$candidate" -c 'import sys; print(sys.executable)'
        exit 0
    fi
done < <(candidates)

echo "需要 Python 3.10 / Python 3.10 is needed: run 'uv python install 3.10', 'pyenv install 3.10' or install python3.10 and python3.10-venv, then try again." >&2
exit 1
