"""Why somebody can or cannot, for those who see to who may do what."""
