"""Questions about records as data, and their meaning in memory: the oracle for what databases answer."""
