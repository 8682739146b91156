"""Visits: read what is wished, plan, move and cancel them, and when the brief is due before one."""
