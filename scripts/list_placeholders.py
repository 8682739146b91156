"""Write `coach/knowledge/filled.yml`: which placeholders the program fills in each sentence of `words/`.

Read from the calls of `say` in the sources, of `fault`, whose sentence is `check_<kind>`, and of `t` in the web
page's; nothing is imported from them or run.
A test fails when the file is old:

    .venv/bin/python scripts/list_placeholders.py
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

try:
    from scripts import page_words
except ImportError:  # run as a script, which sees its own folder
    import page_words  # type: ignore[no-redef]

ROOT = Path(__file__).resolve().parent.parent
FILLED = ROOT / "coach" / "knowledge" / "filled.yml"
FOLDERS = ("coach", "server", "actions", "channels", "components")
HEAD = "# Which placeholders the program fills in each sentence of words/. Made by scripts/list_placeholders.py.\n"
FAULT = "fault"
PREFIX = "check_"
Function = ast.FunctionDef | ast.AsyncFunctionDef
Functions = dict[str, list[Function]]  # by name, from all sources


class UnreadableCallError(Exception):
    """A call of `say` from which one cannot tell which sentence is said or what fills it."""


def filled(modules: Iterable[ast.Module], sentences: Iterable[str]) -> dict[str, list[str]]:
    """Return the names that every call passes, by sentence. Raises UnreadableCallError."""
    functions: Functions = {}
    for module in modules:
        for node in ast.walk(module):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                functions.setdefault(node.name, []).append(node)
    say: dict[str, set[str]] = {"say": set(), "wordings": set(), **_passing_on(functions)}
    by_name: dict[str, set[str]] = {}
    by_form: dict[str, set[str]] = {}
    for function in (one for same in functions.values() for one in same):
        for call in _calls(function, say):
            if _parameter(call.args[0], function):
                continue  # the function only passes the key on; its own calls are read instead
            if call.func.attr == "wordings" and not isinstance(call.args[0], (ast.Constant, ast.JoinedStr)):
                continue  # looks at all sentences, and says none
            names = _names(call, function, functions) | say[call.func.attr]
            _add(_keys(call), names, by_name, by_form)
        for call in _faults(function):
            _add([f"{PREFIX}{kind}" for kind in _keys(call)], _names(call, function, functions), by_name, by_form)
    for key in set(sentences) - set(by_name):
        fitting = [names for form, names in by_form.items() if fnmatchcase(key, form)]
        if fitting:
            by_name[key] = set.intersection(*fitting)
    return {key: sorted(by_name[key]) for key in sorted(by_name)}


def _add(keys: Iterable[str], names: set[str], by_name: dict[str, set[str]], by_form: dict[str, set[str]]) -> None:
    for key in keys:
        found = by_form if "*" in key else by_name
        found[key] = found.get(key, names) & names


def _faults(function: Function) -> Iterator[ast.Call]:
    """The faults made in a function; the web channel has another `fault`, whose first argument is the request."""
    for node in ast.walk(function):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == FAULT
            and isinstance(node.args[0], (ast.Constant, ast.JoinedStr, ast.IfExp))
        ):
            yield node


def _passing_on(functions: Functions) -> dict[str, set[str]]:
    """Functions that hand their own key to `say` or `wordings`, with the names that they add."""
    return {
        name: {keyword.arg for keyword in call.keywords if keyword.arg}
        for name, same in functions.items()
        for function in same
        for call in _calls(function, {"say", "wordings"})
        if _parameter(call.args[0], function)
    }


def _calls(function: Function, names: Iterable[str]) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in names
            and node.args
        ):
            yield node


def _parameter(node: ast.expr, function: Function) -> bool:
    return isinstance(node, ast.Name) and node.id in {argument.arg for argument in function.args.args}


def _keys(call: ast.Call) -> list[str]:
    """The sentences that a call may say; `f"label_{level}"` is the form `label_*`, for all not said by name."""
    node = call.args[0]
    keys: list[str] = []
    for choice in [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]:
        if isinstance(choice, ast.Constant):
            keys.append(str(choice.value))
        elif isinstance(choice, ast.JoinedStr):
            keys.append("".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in choice.values))
        else:
            raise UnreadableCallError(ast.unparse(call))
    return keys


def _names(call: ast.Call, function: Function, functions: Functions) -> set[str]:
    names = {keyword.arg for keyword in call.keywords if keyword.arg} - {"turn", "lang"}
    for keyword in call.keywords:
        if keyword.arg is None:
            names |= _keys_of_dict(keyword.value, function, functions)
    return names


def _keys_of_dict(node: ast.expr, function: Function, functions: Functions) -> set[str]:
    """The keys of what stands behind `**`: a variable, or a function's result, written as `{"name": ...}`."""
    if isinstance(node, ast.Name):
        written = [n.value for n in ast.walk(function) if isinstance(n, ast.Assign) and _assigns(n, node.id)]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        made_by = functions.get(node.func.id, [])
        written = [n.value for f in made_by for n in ast.walk(f) if isinstance(n, ast.Return)]
    else:
        written = [node]
    names = [
        {str(key.value) for key in n.keys if isinstance(key, ast.Constant)} for n in written if isinstance(n, ast.Dict)
    ]
    if not names or len(names) < len(written):
        raise UnreadableCallError(f"** {ast.unparse(node)}")
    return set.intersection(*names)


def _assigns(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def of_project() -> dict[str, list[str]]:
    """Return the table of this project's sources."""
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    modules = [ast.parse(path.read_text(encoding="utf-8")) for path in paths]
    files = sorted((ROOT / "knowledge" / "words").glob("*.yml"))
    sentences = {k: v for path in files for k, v in yaml.safe_load(path.read_text(encoding="utf-8")).items()}
    table = filled(modules, sentences)
    for key, names in page_words.of_page(sentences).items():
        table[key] = sorted(names & set(table.get(key, names)))
    for key in page_words.kept(set(sentences) - set(table)):  # said by a name out of a table: what fills it is not seen
        table[key] = sorted(set(re.findall(r"{(\w+)}", str(sentences[key]))))
    return dict(sorted(table.items()))


def main() -> None:
    """Write the table."""
    lines = [f"{key}: [{', '.join(names)}]\n" for key, names in of_project().items()]
    FILLED.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
