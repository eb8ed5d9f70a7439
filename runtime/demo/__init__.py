"""What stands around the demo: a mail sink, a simulated shop, and their set-up."""
