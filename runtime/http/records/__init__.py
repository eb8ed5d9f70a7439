"""Records over HTTP: lists, single records, history, trash, bulk, and what saving would give."""
