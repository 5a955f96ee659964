"""The files that make a life open in QGIS with its styles, forms and clock."""
