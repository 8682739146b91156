"""The judge: what each line of a call was, what was good and wrong about it, and what the whole call is worth."""
