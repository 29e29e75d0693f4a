"""What one can ask of a log, joined from sources, stores and core; the only place that reads the clock and the settings."""
