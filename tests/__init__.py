"""Tests of migcoop, and what they share."""
