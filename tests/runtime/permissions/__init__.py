"""The permission matrix: every route, every actor, every class of data, against a policy written apart."""
