"""API tokens: one's own, and everybody's for who administers them."""
