"""Collaborations: what is recorded of them, joined with what the log shows of the contact between the parties."""
