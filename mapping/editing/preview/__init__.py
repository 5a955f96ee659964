"""Show the page while its tables are edited, on this machine only."""
