"""CRM forms that name an unknown field, one header for two fields, or a field they need but do not read."""

from __future__ import annotations

from collections.abc import Iterator

from coach.knowledge.crm import FIELDS, NAMING, CrmForm
from coach.knowledge.fault import fault
from coach.knowledge.load import Knowledge
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_lines import Document
from coach.text.normalize import normalize


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield one problem for each fault of a form."""
    for key, form in knowledge.crm_forms.items():
        document = knowledge.sources[("crm_forms", key)]
        if form.id != f"{form.system}_{form.kind}":
            yield Problem(
                document.path, document.line(("id",)), fault("id_must_be", wanted=f"{form.system}_{form.kind}")
            )
        yield from _fields(form, document)
        yield from _headers(form, document)


def _fields(form: CrmForm, document: Document) -> Iterator[Problem]:
    known = (*NAMING, *FIELDS[form.kind])
    for name in form.columns:
        if name not in known:
            line = document.line(("columns", name))
            yield Problem(document.path, line, fault("crm_no_field", records=form.kind, field=name, known=known))
    for i, name in enumerate(form.needs):
        if name not in form.columns:
            yield Problem(document.path, document.line(("needs", i)), fault("crm_no_column", field=name))


def _headers(form: CrmForm, document: Document) -> Iterator[Problem]:
    """A header stands for one field, and every mark is a header or at least no empty word."""
    seen: dict[str, str] = {}
    for name, column in form.columns.items():
        line = document.line(("columns", name))
        if not column.headers:
            yield Problem(document.path, line, fault("crm_no_header", field=name))
        for header in dict.fromkeys(normalize(header) for header in column.headers):
            if header in seen and seen[header] != name:
                twice = fault("crm_header_twice", header=header, field=seen[header])
                yield Problem(document.path, line, twice)
            seen[header] = name
