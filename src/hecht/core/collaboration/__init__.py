"""Collaborations of organisations: who takes part, what of their contact is seen, and content and relation together."""
