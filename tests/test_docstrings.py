"""Every public function of the library shows in its docstring what it does: an example that runs.

pytest itself runs the examples (`--doctest-modules`), all but those of `__main__`, which it passes
over.
"""

import ast
import doctest
from collections.abc import Iterator
from pathlib import Path

import pytest

from readout import __main__ as command_line

LIBRARY = Path(__file__).parents[1] / "lib" / "readout"
MODULES = sorted(LIBRARY.glob("*.py"))


def public_functions(body: list[ast.stmt], within: str = "") -> Iterator[tuple[str, str]]:
    """The functions, methods and properties without a leading underscore, and their docstrings."""
    for node in body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        if isinstance(node, ast.ClassDef):
            yield from public_functions(node.body, f"{within}{node.name}.")
        else:
            yield within + node.name, ast.get_docstring(node) or ""


def runs_an_example(docstring: str) -> bool:
    examples = doctest.DocTestParser().get_examples(docstring)
    shown = any(example.want for example in examples)
    return shown and not any(doctest.SKIP in example.options for example in examples)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_public_function_has_an_example_that_runs(module):
    functions = public_functions(ast.parse(module.read_text(encoding="utf-8")).body)

    assert [name for name, docstring in functions if not runs_an_example(docstring)] == []


def test_examples_of_the_commands_hold(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    failed, tried = doctest.testmod(command_line)

    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("example", "is_enough"),
    [
        (">>> 1 + 1\n2", True),
        ("Two and two.", False),
        (">>> one = 1", False),
        (">>> 1 + 1  # doctest: +SKIP\n2", False),
        (">>> one = 1  # doctest: +SKIP\n>>> one\n1", False),
    ],
)
def test_only_an_example_that_runs_and_shows_something_counts(example, is_enough):
    assert runs_an_example(example) is is_enough
