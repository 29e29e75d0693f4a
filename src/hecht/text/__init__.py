"""Reasons, drafts and tables in words, Dutch and English; pure, and true or not said."""
