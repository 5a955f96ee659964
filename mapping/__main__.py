"""Run the command line as ``python -m mapping``."""

from mapping.cli.main import run

run()
