"""The one HTML file: story, live map, styles and scripts; the only room that knows folium."""
