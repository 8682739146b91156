"""The people of the buying centre: found in words, and where each stands."""
