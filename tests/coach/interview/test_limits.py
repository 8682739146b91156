"""The state stays small: the oldest surface needs and the people least observed go first, and it is said once."""

from coach.interview.limits import MAX_NEEDS, MAX_PEOPLE, trim
from coach.interview.state import Interview, Need, Observation, Person


def need(number, level="surface"):
    return Need(f"n{number}", level, "price", "organisation", f"words {number}", None, number)


def test_the_oldest_surface_needs_go_first():
    state = Interview(needs=[need(0, "deep"), *(need(i) for i in range(1, MAX_NEEDS + 2))])
    assert trim(state)
    assert len(state.needs) == MAX_NEEDS
    assert state.needs[0].level == "deep"
    assert state.needs[1].id == "n3"


def test_the_people_least_observed_go_first():
    seen = Observation("neutral", "q", "r", 0.9, 1)
    people = [Person(f"p{i}", [f"N{i}"], i, stances=[seen] if i == 0 else []) for i in range(MAX_PEOPLE + 1)]
    state = Interview(people=people, needs=[Need("n1", "deep", "career", "personal", "q", "p5", 5)])
    assert trim(state)
    assert [person.id for person in state.people[:2]] == ["p0", "p2"]


def test_it_is_said_once():
    state = Interview(needs=[need(i) for i in range(MAX_NEEDS + 1)])
    assert trim(state)
    state.needs.append(need(999))
    assert not trim(state)
    assert len(state.needs) == MAX_NEEDS
