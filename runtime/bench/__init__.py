"""`tongdao bench`: speed as ratios, measured in one run against the raw driver and a hand-written peer."""
