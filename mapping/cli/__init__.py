"""Commands, messages and progress; nothing else. Every other room may be used here."""

from mapping.cli.main import main, run

__all__ = ["main", "run"]
