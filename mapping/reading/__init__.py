"""A folder becomes a ``Life``, and every problem on the way is told."""
