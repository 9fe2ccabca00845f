"""Releases: laid out in a staging folder, checked, renamed into place; read back, compared and verified."""
