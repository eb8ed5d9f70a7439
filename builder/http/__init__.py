"""The designer's REST calls, mounted by the server through its extension protocol."""
