"""Forms while somebody fills them in: what is shown, required and locked for given values."""
