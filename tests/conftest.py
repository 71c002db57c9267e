"""What all tests share."""

from __future__ import annotations

import os

from hypothesis import settings

# What a test finds is found by the code as it is, and nothing is left behind in anybody's home.
os.environ["SERVANDA_NO_CACHE"] = "1"

# Reproducible by default: the same examples every time, so a red test stays red until it is mended.
settings.register_profile("default", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("exam", max_examples=5000, deadline=None)
settings.load_profile("default")
