"""Which apps somebody may use, and the documents of one app as that person may know them."""
