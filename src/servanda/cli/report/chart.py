"""Quantities in the course of a story, as small line charts under its lanes, with the limit drawn in."""

from __future__ import annotations

from itertools import pairwise

from servanda.cli.report.markup import Markup, element, joined
from servanda.cli.report.timeline import Course, drawn
from servanda.findings import StoryStep
from servanda.text.number_words import grouped

HEIGHT = 60
"""In units of the drawing; its width has a hundred, and is stretched to the width of the lanes."""
HEADROOM = 1.12


def charts(steps: tuple[StoryStep, ...], at: tuple[float, ...]) -> Markup:
    """One chart for each kind of quantity that moves."""
    return joined(_chart(group, at) for group in drawn(steps))


def _chart(group: tuple[Course, ...], at: tuple[float, ...]) -> Markup:
    top = max(max(course.known) for course in group) or 1
    scale = element(
        "span",
        element("b", group[0].kind),
        element("small", f"scale: 0 to {grouped(top)}"),
        class_="who",
    )
    lines = [_line(course, style, at, top) for style, course in enumerate(_styled(group))]
    described = "; ".join(_said(course) for course in _styled(group))
    drawing = element(
        "svg",
        element("line", x1=0, x2=100, y1=HEIGHT, y2=HEIGHT, class_="base"),
        *lines,
        viewBox=f"0 0 100 {HEIGHT}",
        preserveAspectRatio="none",
        role="img",
        aria_label=described,
    )
    legend = [element("li", _sample(course, style), _said(course)) for style, course in enumerate(_styled(group))]
    plot = element("div", element("div", drawing, class_="track plot"), element("ul", *legend, class_="legend"))
    return element("div", scale, plot, class_="lane chart")


def _styled(group: tuple[Course, ...]) -> tuple[Course, ...]:
    """What moves first, then what stands still, limits last: each position has its own kind of line."""
    return tuple(sorted(group, key=lambda course: (course.is_limit, not course.moves)))


def _class(course: Course, style: int) -> str:
    return "limit" if course.is_limit else f"line line{style % 4}"


def _line(course: Course, style: int, at: tuple[float, ...], top: int) -> Markup:
    points = [(x, value) for x, value in zip(at, course.values, strict=True) if value is not None]
    shown = " ".join(f"{x:g},{_height(value, top):g}" for x, value in _stepped(points, course.is_limit))
    return element("polyline", points=shown, class_=_class(course, style))


def _stepped(points: list[tuple[float, int]], steps: bool) -> list[tuple[float, int]]:
    """A limit stays until it jumps; a quantity goes evenly from one known value to the next."""
    if not steps:
        return points
    corners = [corner for old, new in pairwise(points) for corner in ((new[0], old[1]), new)]
    return [*points[:1], *corners]


def _height(value: int, top: int) -> float:
    return round(HEIGHT - HEIGHT * value / (top * HEADROOM), 2)


def _sample(course: Course, style: int) -> Markup:
    stroke = element("line", x1=0, x2=26, y1=5, y2=5, class_=_class(course, style))
    return element("svg", stroke, class_="sample", viewBox="0 0 26 10", aria_hidden="true")


def _said(course: Course) -> str:
    first, last = course.known[0], course.known[-1]
    return f"{course.name}: {grouped(first)} → {grouped(last)}" if first != last else f"{course.name}: {grouped(first)}"
