"""Design checks of flows, one file per thing that can be wrong."""
