"""One-click sign-in of the demo's people."""
