"""Which folder of `knowledge/` holds which shape."""

from __future__ import annotations

from coach.knowledge import crm, rehearsing, reviewing, scenario, schema

# folder -> (name in Knowledge, shape); a file belongs to the deepest folder listed.
FOLDERS: dict[str, tuple[str, type[schema.Shape]]] = {
    "needs": ("needs", schema.NeedTopic),
    "questions/form": ("forms", schema.FormSignal),
    "questions/spin": ("spins", schema.SpinSignal),
    "stances": ("stances", schema.Stance),
    "roles": ("roles", schema.Role),
    "commands": ("commands", schema.Command),
    "requests": ("requests", schema.Request),
    "ethics": ("ethics", schema.Ethics),
    "funnel": ("funnel", schema.FunnelStep),
    "glossary": ("glossary", schema.Concept),
    "products": ("products", schema.Product),
    "people/titles": ("titles", schema.PersonTitles),
    "people/words": ("word_lists", schema.WordList),
    "language": ("word_lists", schema.WordList),
    "topics": ("topics", scenario.QuestionTopic),
    "scenarios": ("scenarios", scenario.Scenario),
    "seller": ("seller", rehearsing.SellerSignal),
    "objections": ("objections", rehearsing.ObjectionKind),
    "drills": ("drills", rehearsing.Drill),
    "feedback": ("feedback", rehearsing.Feedback),
    "crm": ("crm_forms", crm.CrmForm),
}
# single files at the top of `knowledge/`: name -> (name in Knowledge, shape)
FILES: dict[str, tuple[str, type[schema.Shape]]] = {
    "rehearsal.yml": ("rehearsing", rehearsing.Rehearsing),
    "rubric.yml": ("rubric", rehearsing.Rubric),
    "review.yml": ("reviewing", reviewing.Reviewing),
}
WORDS = "words"  # sentences the assistant says
EXAMPLES = "examples"  # labelled sentences the learned back-off is fitted on
TASK_LABELS = {
    "need": ("surface", "latent", "deep", "none"),
    "form": ("open", "closed", "none"),
    "spin": ("situation", "problem", "implication", "need_payoff", "other"),
    "stance": ("coach", "supporter", "neutral", "opponent", "enemy", "unknown"),
    "role": (
        "initiator", "user", "influencer", "decider", "approver", "buyer", "gatekeeper", "unknown",
    ),
    "command": (
        "content", "stop", "skip", "back", "repeat", "help", "why", "hint", "restart", "summary", "language",
        "knowledge",
    ),
    "act": (
        "offer", "empathy", "next_step", "introduction", "reflection", "teach", "relation", "pressure", "disparage",
        "discount", "other",
    ),
}  # fmt: skip
