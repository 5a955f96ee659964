"""Run the command line as ``python -m mapping``."""

from mapping.cli import run

run()
