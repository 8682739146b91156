"""Names of other files that do not exist."""

from __future__ import annotations

from collections.abc import Container, Iterator

from coach.knowledge import schema
from coach.knowledge.checks.places import Keys
from coach.knowledge.fault import Fault, fault
from coach.knowledge.load import Knowledge
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_lines import Document


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield one problem for each name that stands for nothing, or a file that stands in the wrong folder."""
    sources = knowledge.sources
    for key, product in knowledge.products.items():
        yield from _of_product(key, product, sources[("products", key)], knowledge)
    for key, catalogue in knowledge.catalogues.items():
        known = [product.split("/")[1] for product in knowledge.products if product.startswith(f"{key}/")]
        yield from missing(sources[("catalogues", key)], ("first",), catalogue.first, known, fault("what_product"))
    for key, need in knowledge.needs.items():
        yield from _misplaced(need, sources[("needs", key)])
    for key, role in knowledge.roles.items():
        for i, topic in enumerate(role.cares):
            yield from missing(sources[("roles", key)], ("cares", i), topic, knowledge.needs, fault("what_need_topic"))
    for key, titles in knowledge.titles.items():
        if titles.role is not None:
            yield from missing(sources[("titles", key)], ("role",), titles.role, knowledge.roles, fault("what_role"))


def missing(document: Document, keys: Keys, name: str, known: Container[str], what: Fault) -> Iterator[Problem]:
    """Yield a problem when `name`, which stands at `keys`, is not among the `known` ones; `what` is its kind."""
    if name not in known:
        yield Problem(document.path, document.line(keys), fault("unknown", what=what, name=name))


def _of_product(key: str, product: schema.Product, document: Document, knowledge: Knowledge) -> Iterator[Problem]:
    for i, feature in enumerate(product.features):
        for topic in feature.benefits:
            yield from missing(
                document, ("features", i, "benefits", topic), topic, knowledge.needs, fault("what_need_topic")
            )
    features = [feature.id for feature in product.features]
    for i, unique in enumerate(product.unique):
        yield from missing(document, ("unique", i, "feature"), unique.feature, features, fault("what_feature"))
    if key.split("/")[0] not in knowledge.catalogues:
        yield Problem(document.path, 1, fault("no_catalogue"))


def _misplaced(need: schema.NeedTopic, document: Document) -> Iterator[Problem]:
    if document.path.parent.name != need.label:
        misplaced = fault("need_misplaced", label=need.label)
        yield Problem(document.path, document.line(("label",)), misplaced)
