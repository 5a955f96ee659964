"""Somebody's table becomes a life, and whatever was guessed is said."""
