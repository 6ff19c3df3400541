"""The rules of the project itself: what a clone holds, how large code may grow, what is declared.

Each test lists what breaks the rule, so a failure names the places.
"""

import ast
import fnmatch
import hashlib
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE_FOLDERS = "benchmarks data lib notebooks pictures samples seeds tests tools .ci".split()
MADE_BY_TOOLS = {"__pycache__", ".ipynb_checkpoints", "readout.egg-info"}

SEED = ROOT / "seeds" / "haftar-belarus-2025-02-24.txt"
SEED_SHA256 = "d0195c8c2fe973b6b784d449ea5baf1b56d6ba93f58a97714a6ad241e85c8287"
MACHINE_PATH = re.compile(r"(?<![\w.:/])(?:/(?:home|root|tmp|work|Users)/\w|[A-Z]:\\\w)")
REGISTRY = re.compile(r"://|--(?:extra-)?index-url|--find-links")
LINES_PER_MODULE = 400
LINES_PER_FUNCTION = 45


def project_files() -> list[Path]:
    found = [path for path in ROOT.iterdir() if path.is_file()]
    for folder in SOURCE_FOLDERS:
        found += [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    return sorted(path for path in found if not MADE_BY_TOOLS & set(path.parts))


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def notebooks() -> dict[str, list[dict]]:
    """The code cells of each notebook by its name."""
    return {
        path.stem: [
            cell
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
            if cell["cell_type"] == "code"
        ]
        for path in sorted((ROOT / "notebooks").glob("*.ipynb"))
    }


def source(cell: dict) -> str:
    return "".join(cell["source"])


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def direct_dependencies(file: str = "requirements.in") -> set[str]:
    lines = [line for line in read(file).splitlines() if line[:1].isalpha()]
    return {re.split("[=<>~;]", line)[0].strip() for line in lines}


def extra_dependencies() -> set[str]:
    return direct_dependencies("requirements-extra.in")


# What a clone holds


def test_seed_article_is_untouched():
    assert hashlib.sha256(SEED.read_bytes()).hexdigest() == SEED_SHA256


def test_no_source_file_is_ignored():
    patterns = [
        line.strip("/")
        for line in read(".gitignore").splitlines()
        if line and not line.startswith(("#", "!"))
    ]

    ignored = [
        (str(path.relative_to(ROOT)), pattern)
        for path in project_files()
        for pattern in patterns
        if any(fnmatch.fnmatch(part, pattern) for part in path.relative_to(ROOT).parts)
    ]

    assert not ignored
    assert {"!/lib/", "!/data/"} <= set(read(".gitignore").split())


def test_no_paths_of_one_machine():
    found = []
    for path in project_files():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        found += [(str(path.relative_to(ROOT)), hit[0]) for hit in MACHINE_PATH.finditer(text)]

    assert not found


@pytest.mark.parametrize("place", ["/{}/a", 'open("/{}/x")', "(/{}/main"])
@pytest.mark.parametrize("folder", ["home", "root", "tmp", "work", "Users"])
def test_a_machine_path_is_known_by_its_look(place, folder):
    assert MACHINE_PATH.search(place.format(folder))
    assert not MACHINE_PATH.search(f"https://example.org/{folder}/page")


# Dependencies


LOCKS = ["requirements", "requirements-extra"]


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_no_registry(name):
    assert not REGISTRY.search(read(f"{name}.in") + read(f"{name}.txt"))


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_every_direct_dependency_by_hash(name):
    blocks = re.findall(r"^([a-z0-9-]+)==\S+(.*(?:\n .*)*)", read(f"{name}.txt"), re.MULTILINE)
    hashed = {name for name, rest in blocks if "--hash=sha256:" in rest}

    assert direct_dependencies(f"{name}.in") <= hashed
    assert len(hashed) == len({name for name, _ in blocks})


def test_every_direct_dependency_has_a_reason_in_the_readme():
    assert [
        name
        for name in sorted(direct_dependencies() | extra_dependencies())
        if f"| `{name}` |" not in read("README.md")
    ] == []


def test_every_requirement_of_the_package_is_a_direct_dependency():
    required = tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]

    assert {re.split("[=<>~;]", each)[0] for each in required} <= direct_dependencies()


def test_every_import_is_declared():
    distributions = packages_distributions()
    declared = direct_dependencies() | extra_dependencies() | {"readout"}

    undeclared = {
        (str(path.relative_to(ROOT)), module)
        for path in python_files("benchmarks", "lib", "tests", "tools")
        for module in imported_modules(path)
        if module in distributions
        and not {name.lower().replace("_", "-") for name in distributions[module]} & declared
    }

    assert not undeclared


def imported_modules(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    whole = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in whole | parts}


def test_import_is_light():
    code = "import readout, sys; print(*{'spacy', 'matplotlib', 'networkx'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


# Size and form of the code


def test_the_library_is_flat():
    folders = [path.name for path in (ROOT / "lib" / "readout").iterdir() if path.is_dir()]

    assert set(folders) <= MADE_BY_TOOLS


def test_modules_are_short():
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files("benchmarks", "lib", "tests", "tools")
    }

    assert {name: lines for name, lines in lengths.items() if lines > LINES_PER_MODULE} == {}


def test_functions_fit_a_screen():
    lengths = {
        f"{path.stem}.{node.name}": node.end_lineno - node.lineno + 1
        for path in python_files("benchmarks", "lib", "tools")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }

    assert {name: lines for name, lines in lengths.items() if lines > LINES_PER_FUNCTION} == {}


# Notebooks


def test_the_three_notebooks_are_there():
    assert list(notebooks()) == ["01_actor_mentions", "02_visit_timeline", "03_backer_network"]


def test_notebooks_ran_from_top_to_bottom():
    for name, cells in notebooks().items():
        assert [cell["execution_count"] for cell in cells] == [*range(1, len(cells) + 1)], name


def test_notebooks_begin_with_their_parameters():
    for name, cells in notebooks().items():
        tagged = [
            n for n, cell in enumerate(cells) if "parameters" in cell["metadata"].get("tags", [])
        ]
        assert tagged in ([0], [1]), name


def test_cells_that_end_in_a_value_show_it():
    silent = [
        (name, source(cell))
        for name, cells in notebooks().items()
        for cell in cells
        if ends_in_a_value(source(cell)) and not cell["outputs"]
    ]

    assert not silent


def ends_in_a_value(code: str) -> bool:
    statements = ast.parse(code).body
    return bool(statements) and isinstance(statements[-1], ast.Expr)


def test_notebooks_show_no_warnings_and_no_errors():
    noisy = [
        (name, source(cell))
        for name, cells in notebooks().items()
        for cell in cells
        for output in cell["outputs"]
        if output["output_type"] == "error" or output.get("name") == "stderr"
    ]

    assert not noisy


def test_notebooks_hold_nothing_that_changes_from_run_to_run():
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        assert set(notebook["metadata"]) <= {"kernelspec", "language_info"}, path.name
        assert set().union(*(cell["metadata"] for cell in notebook["cells"])) <= {"tags"}, path.name
        assert "model_id" not in path.read_text(encoding="utf-8"), path.name


# README


def test_layout_names_every_folder():
    layout = read("README.md")

    assert [
        name for name in SOURCE_FOLDERS if not re.search(rf"^{name}/", layout, re.MULTILINE)
    ] == []
    assert [name for name in SOURCE_FOLDERS if not (ROOT / name).is_dir()] == []
