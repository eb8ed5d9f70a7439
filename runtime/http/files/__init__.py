"""Files in and out: streamed, measured while they come, handed out only to who may read the record."""
