"""The documents of one app as somebody may know them, for the browser to work from."""
