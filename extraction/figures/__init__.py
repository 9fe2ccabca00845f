"""Figures: every quantity the sentences state, with value, bound, unit, period and status."""

from __future__ import annotations

from extraction.figures.extract import extract_figures

__all__ = ["extract_figures"]
