"""The life on paper: a poster, a book to print, and one for reading devices."""
