"""Make the committed atlas, relief and fonts again; for developers only."""
