"""What changed, told to browsers that are open: ids only, to those who may know."""
