"""The files that the program looks up by name: without one of them the knowledge is not complete."""

from __future__ import annotations

from typing import get_args

from coach.knowledge.folders import TASK_LABELS
from coach.knowledge.rehearsing import AnswerWords

DEPTH = {"surface": 1, "latent": 2, "deep": 3}  # how far below the water a need lies
GENERAL_TOPICS = {"surface": "general_want", "latent": "general_problem", "deep": "general_feeling"}
WORD_LISTS = (
    "yes", "no", "dont_know", "insults", "greetings", "cannot_be_meant", "fillers", "language_zh", "language_en",
    "account_lead", "account_tail", "account_labels", "negation_before", "negation_after", "reporting", "our_actions",
    "third_person", "look_alikes", "asked", "named", "about_self",
    "second_person", "rivals", "brands", "complaints", "preferences", "ourselves", "person_acts", "company_words",
    "corrections", "taken_back", "put_instead", "same_titles", "not_same",
    "everyday", "met", "asides", "myself", "connectives", "joint_visits", "nothing_more",
    "why_asked", "declines", "firm_tails", "opens_correction", "question_words", "wanted", "wanted_above",
    "opens_amount", "says_again",
    "goes_elsewhere", "troubles", "reopens", "retracts", "opinions", "step_lead", "asks_unmarked",
    "forgets", "forgets_beside", "slips", "farewells",
    "other_customer", "turns_to", "states_customer", "full_name", "curses", "chat", "firm_kinds", "sells",
    "leads_up",
)  # fmt: skip
ANSWER_WORDS: tuple[str, ...] = get_args(AnswerWords)
REQUESTS = (
    "fabe", "spin", "usp", "people", "person", "products", "check_pitch", "save", "rehearse", "scenarios",
    "drill", "progress", "keep", "open_account", "open_named", "accounts", "brief", "visit", "move_visit",
    "cancel_visit", "visits",
    "after_visit", "stance_map", "account_page",
    "ranking", "export_account", "forget_account",
    "debrief", "feedback_on", "feedback_off", "what_if", "review", "process", "calendar", "checklist",
)  # fmt: skip
NAME_LISTS = (
    "surnames", "given_names", "honorifics", "prefixes", "not_names", "humans", "relatives", "retractions",
    "person_deeds", "gestures", "workplaces", "ranks", "in_charge", "tasks", "short_forms", "kin",
)  # fmt: skip
FUNNEL_STEPS = ("permission", "open", "probe", "deepen", "payoff", "confirm", "next_step")

# (collection, folder, ids)
NEEDED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    *(("needs", f"needs/{level}", (topic,)) for level, topic in GENERAL_TOPICS.items()),
    ("word_lists", "language", (*WORD_LISTS, *ANSWER_WORDS)),
    ("word_lists", "people/words", NAME_LISTS),
    ("funnel", "funnel", FUNNEL_STEPS),
    ("requests", "requests", REQUESTS),
    ("dodges", "dodges", ("proposal", "wanted")),
    ("stances", "stances", TASK_LABELS["stance"]),
    ("roles", "roles", TASK_LABELS["role"]),
    ("rfm_flags", "rfm/flags", ("one_off", "low_margin", "squeezer")),
)
