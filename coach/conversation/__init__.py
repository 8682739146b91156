"""The conversation: one mode at a time (interview, rehearsal, drill), and the way between them."""
