"""Where the real inputs lie that are not part of this repository, and how tests ask for them."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "corpus").is_dir(), reason="the shared corpus is not beside this checkout"
)
