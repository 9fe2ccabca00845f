"""Spanish commitments: heads that commit, and how undertakings are coordinated.

`verb_heads` and `noun_heads` give the judged heads of sentences, `COORDINATION` the patterns that make rows of them.
"""

from extraction.commitments.spanish.coordination import COORDINATION
from extraction.commitments.spanish.heads import noun_heads, verb_heads

__all__ = ["COORDINATION", "noun_heads", "verb_heads"]
