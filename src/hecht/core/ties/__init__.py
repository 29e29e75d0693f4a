"""Ties: what the contact between two people amounts to."""
