"""What a life must keep to, a family of rules each."""
