"""Still maps of a life as SVG, for print and for readers without JavaScript."""
