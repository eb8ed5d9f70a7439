"""Other systems: what they tell, what they are asked to do, and how they are set up."""
