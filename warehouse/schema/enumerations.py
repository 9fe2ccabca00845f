"""The closed lists of the codebook. A value outside its list never reaches a release."""

from __future__ import annotations

GENRE = (
    "joint_statement",
    "readout",
    "transcript",
    "speech",
    "fact_sheet",
    "press_release",
    "news_article",
    "declaration",
    "other",
)
SEGMENT_KIND = ("heading", "paragraph", "list_item", "turn", "boilerplate")
SPEAKER_ROLE = ("official", "moderator", "journalist", "operator", "unknown")
PROGRAM_KIND = (
    "agreement",
    "declaration",
    "framework",
    "dialogue",
    "body",
    "facility",
    "pathway",
    "policy",
    "law",
    "fund",
    "campaign",
)
TOPIC = (
    "migration_management",
    "migration_pathways",
    "protection",
    "enforcement",
    "border_infrastructure",
    "security",
    "root_causes",
    "economy",
    "climate",
    "other",
)
REGISTRY_STATUS = ("registered", "candidate")
BOUND = ("exact", "approximate", "more_than", "at_least", "less_than", "at_most", "range")
UNIT_KIND = (
    "money",
    "people",
    "visas",
    "count",
    "percent",
    "ratio",
    "duration",
    "distance",
    "mass",
    "area",
    "volume",
    "other",
)
FIGURE_STATUS = ("reported", "committed", "requested", "projected")
FIGURE_FLAG = ("malformed_number", "ambiguous_separator", "currency_assumed")
CHANGE = ("increase", "decrease")
FORCE = ("pledge", "plan", "launch", "reaffirm")
POLARITY = ("affirmed", "negated", "conditional")
ATTRIBUTION = ("direct", "reported")
THREAD_STATUS = ("announced", "reaffirmed", "launched", "contradicted")
STAGE = ("discover", "read", "decode", "clean", "extract")
REJECT_REASON = (
    "unreadable_file",
    "unsupported_format",
    "too_large",
    "empty_text",
    "not_text",
    "undecodable_text",
    "invalid_record",
    "duplicate_text",
    "unsafe_path",
    "timed_out",
)
