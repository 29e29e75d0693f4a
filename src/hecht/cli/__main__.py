"""Run the command line as a module: python -m hecht.cli."""

from hecht.cli import main

main()
