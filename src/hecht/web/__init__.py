"""The page's server: HTTP to app and text, JSON back; it serves the built page and listens on this machine alone."""
