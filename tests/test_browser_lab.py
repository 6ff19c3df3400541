"""The notebooks in JupyterLab, used as a person would: run from the menu, explored, no error.

JupyterLab runs on this machine only, on a copy of the notebooks.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

import readout
from readout.chart_style import contrast, luminance
from readout.explorer import QUESTIONS, WITHOUT_KERNEL
from readout.selection import VIEWS

ROOT = Path(__file__).parents[1]
TOKEN = "only-for-this-test"
STARTED_WITHIN = 120  # seconds
RAN_WITHIN = 120_000  # milliseconds
SHOWN_WITHIN = 30  # seconds
NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))
SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "notebook-extension/tracker": {"windowingMode": "none"},  # keep cells out of sight in the page
}
EXPLORER = ".jp-OutputArea-output .jupyter-widgets.widget-vbox"
TROUBLE = (
    "[data-mime-type='application/vnd.jupyter.error'], .jp-RenderedText[data-mime-type$=stderr]"
)
READ_SHOWN = """explorer => {
    const picture = explorer.querySelector("img");
    return {
        summary: explorer.querySelector("strong").textContent,
        marks: [...explorer.querySelectorAll("mark")].map(mark => mark.textContent),
        caption: picture.previousElementSibling.textContent,
        picture: picture.alt,
    };
}"""
NAME_OF_FOCUS = """() => {
    const node = document.activeElement;
    return node.labels?.[0]?.textContent ?? node.getAttribute("aria-label");
}"""
WHITE = (1.0, 1.0, 1.0)
READABLE = 4.5  # contrast of text and ground, as WCAG 2.2 asks for
READ_COLOURS = """explorer => {
    const shown = [...explorer.querySelectorAll("strong, mark, div, label")];
    return shown.filter(node => [...node.childNodes].some(
        child => child.nodeType === Node.TEXT_NODE && child.textContent.trim()
    )).map(node => {
        let ground = node;
        while (getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)")
            ground = ground.parentElement;
        return [node.textContent, getComputedStyle(node).color,
                getComputedStyle(ground).backgroundColor];
    });
}"""


@dataclass(frozen=True)
class Lab:
    """A JupyterLab that runs, and the folder of its settings."""

    address: str
    settings: Path

    def set(self, name: str, values: dict[str, object]) -> None:
        path = self.settings / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values), encoding="utf-8")


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):  # without a browser no JupyterLab is started
    assert browser.is_connected()
    folder = tmp_path_factory.mktemp("lab")
    for name in ("notebooks", "seeds"):
        ignored = shutil.ignore_patterns(".ipynb_checkpoints")
        shutil.copytree(ROOT / name, folder / "work" / name, ignore=ignored)
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    running = Lab(f"http://127.0.0.1:{port}", folder / "settings")
    for name, values in SETTINGS.items():
        running.set(name, values)
    with serving(running, folder, port):
        yield running


@contextmanager
def serving(lab, folder, port):
    homes = {
        "IPYTHONDIR": "ipython",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    }
    environment = {**os.environ, **{name: str(folder / home) for name, home in homes.items()}}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += ["--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0"]
    command += [f"--IdentityProvider.token={TOKEN}", "--LabApp.extension_manager=readonly"]
    command += [f"--ServerApp.root_dir={folder / 'work'}"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            command,
            cwd=folder,
            env={**environment, "PYTHONPATH": str(ROOT / "lib")},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(f"{lab.address}/api", server, folder / "log")
        yield
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address, server, log):
    end = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(address):
                return
        except URLError:
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8')}")


@pytest.fixture
def open_notebook(lab, browser):
    """Open a notebook in a theme; afterwards nothing may have been asked for from elsewhere."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(RAN_WITHIN)
    asked_for = []

    def open_one(name, *, theme="Light"):
        lab.set("apputils-extension/themes", {"theme": f"JupyterLab {theme}"})
        page = context.new_page()
        page.on("request", lambda request: asked_for.append(request.url))
        page.goto(f"{lab.address}/lab/tree/notebooks/{name}.ipynb?token={TOKEN}&reset")
        page.locator(".jp-Notebook .jp-CodeCell").last.wait_for()
        page.get_by_text("| Idle").wait_for()
        return page

    yield open_one
    context.close()
    assert asked_for
    here = (lab.address, lab.address.replace("http", "ws"), "data:", "blob:")
    assert [address for address in asked_for if not address.startswith(here)] == []


def run_all(page):
    """Run all cells from the menu and return the explorer."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    explorer = page.locator(EXPLORER).first
    explorer.wait_for()
    return explorer


def choose(explorer, menu, value):
    """Choose in a menu of the page, and the same in the menu of the explorer beside the test."""
    [label] = [label for label, known in menu.options if known == value]
    explorer.get_by_label(menu.description, exact=True).select_option(label=label)
    menu.value = value


def check_shown(explorer, twin):
    """Wait until the page shows what the explorer beside the test shows."""
    passages = [passage.pieces(twin.shown.text) for passage in twin.shown.passages]
    expected = {
        "summary": twin.shown.summary[0],
        "marks": [piece for pieces in passages for piece, evidence in pieces if evidence],
        "caption": twin.caption,
        "picture": str(twin.chart),
    }
    end = time.monotonic() + SHOWN_WITHIN
    while (seen := explorer.evaluate(READ_SHOWN)) != expected and time.monotonic() < end:
        time.sleep(0.05)
    assert seen == expected


@pytest.mark.parametrize(
    ("name", "view", "theme"), [*zip(NOTEBOOKS, VIEWS, ("Light", "Dark", "Dark"), strict=True)]
)
def test_notebook_runs_and_can_be_explored(open_notebook, seed_article, name, view, theme):
    twin = readout.explore(seed_article, view=view)
    page = open_notebook(name, theme=theme)
    kept = page.locator(".jp-OutputArea-output", has_text=WITHOUT_KERNEL).last
    assert twin.shown.summary[0] in kept.inner_text()
    assert kept.locator("mark").count()

    explorer = run_all(page)

    assert page.locator(TROUBLE).count() == 0
    check_shown(explorer, twin)
    check_readable(explorer, theme)
    choose(explorer, twin.actor, "belarus")
    check_shown(explorer, twin)


def test_every_menu_changes_what_is_shown(open_notebook, seed_article):
    twin = readout.explore(seed_article, view="ties")
    explorer = run_all(open_notebook(NOTEBOOKS[2]))

    for question, view in QUESTIONS:
        explorer.get_by_label(question).check()
        twin.view.value = view
        check_shown(explorer, twin)
    choose(explorer, twin.relation, "backs")
    check_shown(explorer, twin)
    choose(explorer, twin.certainty, "hedged")
    check_shown(explorer, twin)
    choose(explorer, twin.section, "title")
    assert twin.shown.passages == ()
    check_shown(explorer, twin)
    choose(explorer, twin.actor_type, "person")
    check_shown(explorer, twin)
    offered = explorer.get_by_label("Actor", exact=True).locator("option")
    assert offered.count() == len(twin.actor.options)


def test_menus_work_by_keyboard(open_notebook, seed_article):
    twin = readout.explore(seed_article, view="timeline")
    page = open_notebook(NOTEBOOKS[1])
    explorer = run_all(page)
    cells = page.locator(".jp-Notebook .jp-Cell").count()

    explorer.get_by_label("With whom?").focus()
    page.keyboard.press("Space")
    twin.view.value = "ties"
    check_shown(explorer, twin)
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(NAME_OF_FOCUS))
    explorer.get_by_label("Actor", exact=True).focus()
    for key in ("Space", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    twin.actor.index += 1

    check_shown(explorer, twin)
    assert reached == ["Type", "Actor", "Relation", "Certainty", "Section", "Sentences"]
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells


def check_readable(explorer, theme):
    """Every word has enough contrast with the ground of the theme."""
    shown = explorer.evaluate(READ_COLOURS)
    grounds = [over(ground, WHITE) for _, _, ground in shown]

    assert (luminance(grounds[0]) < 0.5) == (theme == "Dark")
    assert [
        words
        for (words, colour, _), ground in zip(shown, grounds, strict=True)
        if contrast(over(colour, ground), ground) < READABLE
    ] == []


def over(colour, ground):
    """Return a CSS colour as it looks on a ground, as numbers from 0 to 1."""
    red, green, blue, alpha = [*map(float, re.findall(r"[\d.]+", colour)), 1.0][:4]
    channels = (red / 255, green / 255, blue / 255)
    return tuple(alpha * c + (1 - alpha) * g for c, g in zip(channels, ground, strict=True))
