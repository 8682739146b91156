"""Which roles stay noted of one person, by how surely each was told."""

import pytest

from coach.interview.roles import note_roles
from coach.interview.state import Person
from coach.read.report import FoundPerson
from coach.read.verdict import Evidence, Verdict

UNKNOWN = Verdict("unknown", 1.0)
SURE, LIKELY, MODEL, TITLE = "roles/x.sure", "roles/x.likely", "learned.role.x", "people/titles/x"


@pytest.mark.parametrize(
    ("told", "noted"),
    [
        # a title, a single word or a guess of the model goes neither beside nor before what is surely done
        ([("buyer", SURE, 0.95), ("user", TITLE, 0.5)], ["buyer"]),
        ([("user", TITLE, 0.5), ("buyer", SURE, 0.95)], ["buyer"]),
        ([("buyer", SURE, 0.95), ("initiator", LIKELY, 0.5)], ["buyer"]),
        ([("buyer", LIKELY, 0.5), ("decider", SURE, 0.95)], ["decider"]),
        ([("gatekeeper", SURE, 0.95), ("initiator", MODEL, 0.93)], ["gatekeeper"]),
        ([("initiator", MODEL, 0.9), ("decider", SURE, 0.95)], ["decider"]),
        ([("user", TITLE, 0.5), ("influencer", LIKELY, 0.9)], ["influencer"]),
        ([("user", TITLE, 0.5), ("influencer", MODEL, 0.9)], ["user"]),
        # two that are surely told stay, and so do the one who asks and uses
        ([("decider", SURE, 0.95), ("approver", SURE, 0.95)], ["decider", "approver"]),
        ([("initiator", SURE, 0.95), ("user", LIKELY, 0.9)], ["initiator", "user"]),
        ([("influencer", LIKELY, 0.9), ("initiator", LIKELY, 0.9)], ["influencer", "initiator"]),
        ([("initiator", SURE, 0.95), ("user", LIKELY, 0.5)], ["initiator"]),
        ([("initiator", SURE, 0.95), ("user", MODEL, 0.9)], ["initiator"]),
        # to tell us nothing is no sign of a gatekeeper where another role is sure
        ([("buyer", SURE, 0.95), ("gatekeeper", SURE, 0.95)], ["buyer"]),
        ([("gatekeeper", SURE, 0.95), ("user", SURE, 0.95)], ["user"]),
        ([("gatekeeper", TITLE, 0.5), ("gatekeeper", SURE, 0.95)], ["gatekeeper", "gatekeeper"]),
        # too weak, or nothing
        ([("buyer", MODEL, 0.7)], []),
        ([("buyer", LIKELY, 0.3)], []),
        ([("unknown", SURE, 0.95)], []),
    ],
)
def test_a_role_counts_by_how_surely_it_was_told(told, noted):
    person = Person("p1", ["Anna"], 1)
    for turn, (label, rule, confidence) in enumerate(told):
        words = f"words of turn {turn}"
        verdict = Verdict(label, confidence, (Evidence(rule, 0, 5, "words"),))
        note_roles(person, FoundPerson(None, 0, len(words), words, UNKNOWN, verdict), turn)
    assert [sign.label for sign in person.roles] == noted
