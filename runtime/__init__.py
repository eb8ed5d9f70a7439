"""Running apps: HTTP server, storage, identity, transfer. Carries out what the engine decides."""
