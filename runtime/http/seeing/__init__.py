"""Beginning to see an app as somebody else."""
