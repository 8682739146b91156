"""The command line: one file a verb. Results go to stdout, everything else to stderr."""
