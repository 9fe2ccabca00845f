"""Repeatable measurements of speed and memory. Figures are reported, never asserted."""
