"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# Reproducible by default: the same examples every time, so a red test stays red until it is mended.
settings.register_profile("default", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("exam", max_examples=5000, deadline=None)
settings.load_profile("default")
