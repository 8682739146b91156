"""The checks of meaning: one module an idea, each with `problems(knowledge)`, listed in `coach.knowledge.check`."""
