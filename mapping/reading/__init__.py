"""Read a folder as a ``Life`` and report every problem on the way."""
