"""The HTML report as its readers meet it: in a real browser, wide and narrow, light and dark, without script too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.cli.reports import AGREEMENTS, HOSTILE, everything, page

from servanda.cli import render_html

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Agreements of the library and a hostile one as pages on the disk, one by one and all on one."""
    folder = tmp_path_factory.mktemp("pages")
    hostile = folder / "hostile.pact"
    hostile.write_text(HOSTILE, encoding="utf-8")
    made = {name: page(path) for name, path in {**AGREEMENTS, "hostile": hostile}.items()}
    made["shelf"] = page(*AGREEMENTS.values(), hostile)
    made["everything"] = render_html.render([everything()])
    for name, written in made.items():
        (folder / f"{name}.html").write_text(written, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


class Reader:
    """Opens pages as different readers would; what a page asks for or complains of is kept."""

    def __init__(self, browser: Browser, pages: dict[str, Path]) -> None:
        """Nothing is open yet."""
        self.browser, self.pages = browser, pages
        self.complaints: list[str] = []
        self.asked_for: list[str] = []

    def opens(self, name: str, width: int = 1100, scheme: str = "light", *, script: bool = True) -> Page:
        """One page in a window of its own."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
        )
        page = context.new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on("request", lambda request: self.asked_for.append(request.url))
        page.goto(self.pages[name].as_uri())
        return page


@pytest.fixture
def reader(browser: Browser, pages: dict[str, Path]) -> Iterator[Reader]:
    """A reader whose windows are closed afterwards."""
    one = Reader(browser, pages)
    yield one
    for context in browser.contexts:
        context.close()


def violations(page: Page) -> list[str]:
    """What axe finds wrong, a line each."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{each['id']}: {node['html'][:120]}" for each in found["violations"] for node in each["nodes"]]


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [("shelf", 1100, "light"), ("shelf", 1100, "dark"), ("shelf", 360, "light"), ("everything", 360, "dark")],
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    reader: Reader, name: str, width: int, scheme: str
) -> None:
    page = reader.opens(name, width, scheme)
    assert violations(page) == []
    for summary in page.locator("details > summary").all():
        summary.click()
    for button in page.get_by_role("button", name="Next step").all():
        button.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["weak-truce", "hostile"])
def test_a_page_needs_nothing_and_complains_of_nothing(reader: Reader, name: str) -> None:
    page = reader.opens(name)
    page.keyboard.press("ArrowRight")
    assert reader.complaints == []
    assert reader.asked_for == [reader.pages[name].as_uri()]


def test_what_stands_in_an_agreement_is_shown_as_text(reader: Reader) -> None:
    page = reader.opens("hostile")
    said = page.inner_text("body")
    assert "<script>alert('name')</script>" in said
    assert '"><img src=x onerror=alert(1)>' in said.replace("“", '"')
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, link, [onerror]").count() == 0


def count(page: Page) -> str:
    """Which step the first story stands at."""
    return page.locator(".count").first.inner_text()


def test_a_story_is_stepped_through_with_keys_buttons_and_marks(reader: Reader) -> None:
    page = reader.opens("weak-truce")
    page.locator(".story").first.scroll_into_view_if_needed()
    last = page.locator(".story").first.locator(".steps > li").count()
    assert count(page) == f"Step 1 of {last}"
    page.keyboard.press("ArrowRight")
    assert count(page) == f"Step 2 of {last}"
    assert "clause" in page.locator(".now").first.inner_text()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert count(page) == f"Step 1 of {last}"
    page.get_by_role("button", name="Next step").first.focus()
    page.keyboard.press("Enter")
    assert count(page) == f"Step 2 of {last}"
    page.locator(f".picture .mark[data-step='{last - 1}']").first.click()
    assert count(page) == f"Step {last} of {last}"
    assert page.get_by_role("button", name="Next step").first.get_attribute("aria-disabled") == "true"
    assert "→" in page.locator(".now").first.inner_text()


def test_of_the_numbers_only_what_changes_is_told(reader: Reader) -> None:
    steps = reader.opens("weak-truce", script=False).locator(".story").first.locator(".steps > li")
    assert steps.nth(0).locator(".changes li").count() == 3
    assert steps.nth(1).locator(".changes li").count() == 0
    assert re.fullmatch(r"battle tanks of Borland: 400\s*→\s*602", steps.nth(2).locator(".changes").inner_text())


def test_a_step_leads_to_the_clause_that_allowed_it(reader: Reader) -> None:
    page = reader.opens("budapest-1994", script=False)
    page.locator(".steps .right a", has_text="clause 4").first.click()
    target = page.evaluate("document.querySelector(':target').textContent")
    assert target.startswith("clause 4 ")


def test_without_script_the_lists_tell_everything(reader: Reader) -> None:
    page = reader.opens("everything", 360, script=False)
    assert page.get_by_role("button").count() == 0
    for step in page.locator(".steps > li").all():
        assert step.is_visible()
    assert page.locator(".chart svg").first.is_visible()


def test_on_paper_the_lists_are_open_and_the_buttons_gone(reader: Reader) -> None:
    page = reader.opens("weak-truce", scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".steps > li").first.is_visible()
    assert not page.locator(".bar").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_colour_says_nothing_alone(reader: Reader) -> None:
    page = reader.opens("everything")
    assert all(re.match(r"(error|warning|note) \d", tag) for tag in page.locator(".tag").all_inner_texts())
    dashes = (
        page.locator(".chart")
        .first.locator("polyline")
        .evaluate_all("lines => lines.map(line => getComputedStyle(line).strokeDasharray)")
    )
    assert len(set(dashes)) == len(dashes) > 1
    outlines = (
        page.locator(".key")
        .first.locator(".mark")
        .evaluate_all(
            "marks => marks.map(mark => [mark, getComputedStyle(mark)])"
            ".map(([mark, style]) => [style.borderRadius, style.rotate, style.borderStyle].join())"
        )
    )
    assert len(set(outlines)) == len(outlines) > 1
