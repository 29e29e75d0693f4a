"""The pure core: no clock, path, network, database or unseeded randomness."""
