"""Rounds of questions (vragenrondjes): starting one, answering it, what comes out, and erasing people from them."""
