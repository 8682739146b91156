"""The buyer's procurement in 14 steps: where a deal is, what goes wrong there, what to do now."""
