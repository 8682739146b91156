"""The buying year of a trade: what buyers do on a day, what comes next, what is to be done ahead of it."""
