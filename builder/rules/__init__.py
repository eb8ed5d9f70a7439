"""Looking at a decision table while it is designed: what it leaves open, and what it says of examples."""
