"""Review of a real call: the transcript is read, the sides are told apart, and the same judge scores it."""
