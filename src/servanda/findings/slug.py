"""Slugs: the short names of what can be found. A slug is declared beside the code that finds it, and nowhere else."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType, ModuleType

_NAME = re.compile(r"[a-z]+(-[a-z]+)*")


class Family(StrEnum):
    """What kind of thing a slug names."""

    PROBLEM = "problem"
    GAPS = "gaps"
    READINGS = "readings"
    CONFLICTS = "conflicts"
    ORDER = "order"
    CIRCUMVENTION = "circumvention"
    BREACHES = "breaches"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Slug:
    """The name of one bad thing, its family, and what it means in one line. Names are never reused."""

    name: str
    family: Family
    meaning: str

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"a slug is made of small letters and hyphens, not {self.name!r}")
        if "\n" in self.meaning or not self.meaning.endswith("."):
            raise ValueError(f"the meaning of {self.name} must be one line that ends in a full stop")

    @property
    def page(self) -> str:
        """The file name of the page that explains it."""
        return f"{self.name}.md"


@dataclass(frozen=True, slots=True)
class Registry:
    """All slugs that some modules declare."""

    slugs: Mapping[str, Slug]

    def __iter__(self) -> Iterator[Slug]:
        return iter(self.slugs.values())

    def get(self, name: str) -> Slug | None:
        """The slug of that name, if there is one."""
        return self.slugs.get(name)

    def nearest(self, name: str) -> str | None:
        """The name that somebody who wrote `name` probably meant."""
        return next(iter(get_close_matches(name, self.slugs, n=1)), None)


def declared_in(*packages: str) -> Registry:
    """Gather every module-level `Slug` of the named packages and all their modules.

    Raises `ValueError` where two different slugs bear one name.
    """
    gathered: dict[str, Slug] = {}
    for slug in _slugs_of(_modules(packages)):
        if gathered.setdefault(slug.name, slug) != slug:
            raise ValueError(f"two slugs are called {slug.name}")
    return Registry(MappingProxyType(dict(sorted(gathered.items()))))


def _modules(packages: Iterable[str]) -> Iterator[ModuleType]:
    for package in packages:
        module = importlib.import_module(package)
        yield module
        for info in pkgutil.walk_packages(getattr(module, "__path__", ()), prefix=f"{package}."):
            yield importlib.import_module(info.name)


def _slugs_of(modules: Iterable[ModuleType]) -> Iterator[Slug]:
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, Slug):
                yield value
