"""Moves: what one could do this week, each with an occasion and a reason as data."""
