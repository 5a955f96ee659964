"""A life for other programs, a module a format; ``registry`` lists them."""
