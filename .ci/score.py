"""Score a release of the shared texts against their gold, print it, and fail below the committed floor.

usage: score.py RELEASE. The floor stands in floor.json beside this file: F1 by table and measure, raised whenever a
change raises the score, never lowered without saying why in the change log.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"


def main() -> int:
    """Returns 1 when a score is below its floor."""
    release = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        docs, gold, result = Path(folder, "docs"), Path(folder, "gold"), Path(folder, "score.json")
        for part in ("seeds", "dev"):
            shutil.copytree(SHARED / "corpus" / part, docs, dirs_exist_ok=True)
            shutil.copytree(SHARED / "gold" / part, gold, dirs_exist_ok=True)
        command = [sys.executable, str(SHARED / "evaluation" / "score.py"), "--docs", str(docs), "--gold", str(gold)]
        subprocess.run([*command, "--release", str(release), "--json", str(result)], check=True)
        score = json.loads(result.read_text())
    below = []
    for table, measures in json.loads((HERE / "floor.json").read_text()).items():
        for measure, floor in measures.items():
            reached = score[table][measure]["f1"]
            if reached < floor:
                below.append(f"{table} {measure}: F1 {reached:.3f} is below the floor of {floor:.3f}")
    print("\n".join(below) or "every score is at or above its floor")
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main())
