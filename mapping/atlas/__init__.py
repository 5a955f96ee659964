"""The world of a day: land, water, relief, and the frontiers and names then in force."""
