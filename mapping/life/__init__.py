"""What a life is: its values, dates, places, routes and words. No input or output, no atlas."""
