"""Making and mending the tables of a life: ``tidy``, ``new``, ``import``, their schemas."""
