"""Which folder of `knowledge/` holds which shape."""

from __future__ import annotations

from coach.knowledge import briefing, buying, crm, ledger, ranking, rehearsing, reviewing, scenario, schema, visits

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
    "facts": ("further_facts", scenario.FurtherFacts),
    "hedges": ("hedges", scenario.Hedges),
    "evasions": ("evasions", scenario.Evasions),
    "seller": ("seller", rehearsing.SellerSignal),
    "objections": ("objections", rehearsing.ObjectionKind),
    "dodges": ("dodges", rehearsing.Dodge),
    "drills": ("drills", rehearsing.Drill),
    "feedback": ("feedback", rehearsing.Feedback),
    "process": ("process", buying.ProcessStep),
    "calendars": ("calendars", buying.Calendar),
    "checklists": ("checklists", buying.Checklist),
    "rfm/presets": ("rfm_presets", ranking.RfmPreset),
    "rfm/classes": ("rfm_classes", ranking.RfmClass),
    "rfm/flags": ("rfm_flags", ranking.RfmFlag),
    "crm": ("crm_forms", crm.CrmForm),
}
# single files: path below `knowledge/` -> (name in Knowledge, shape)
FILES: dict[str, tuple[str, type[schema.Shape]]] = {
    "rehearsal.yml": ("rehearsing", rehearsing.Rehearsing),
    "take_up.yml": ("take_up", rehearsing.TakeUp),
    "rubric.yml": ("rubric", rehearsing.Rubric),
    "review.yml": ("reviewing", reviewing.Reviewing),
    "brief.yml": ("briefing", briefing.Briefing),
    "visits.yml": ("visiting", visits.Visits),
    "stance_ledger.yml": ("ledger", ledger.StanceLedger),
    "procurement.yml": ("procurement", buying.Procurement),
    "rfm/ranking.yml": ("rfm_ranking", ranking.RfmRanking),
    "rfm/reading.yml": ("order_reading", ranking.OrderReading),
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
        "offer", "empathy", "next_step", "introduction", "reflection", "reference", "teach", "relation", "pressure",
        "disparage", "discount", "other",
    ),
    "attitude": ("coach", "supporter", "neutral", "opponent", "enemy", "unknown"),
    "tone": ("blaming", "leading", "pressure", "disparage", "favour", "fair"),
}  # fmt: skip
