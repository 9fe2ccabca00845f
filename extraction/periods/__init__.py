"""Periods: when the texts say something held or shall hold, as phrases with their dates."""

from extraction.periods.find import find_periods

__all__ = ["find_periods"]
