"""`python -m coach VERB`: the command line."""

import sys

from coach.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
