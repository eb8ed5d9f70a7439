"""Stock that cannot be oversold: reserving, releasing, shipping, expiring, and checking the ledger."""
