"""The HTTP server: wiring, routes with their policies, edge limits, problem details."""
