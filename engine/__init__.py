"""The pure core of Tongdao: documents and values in, decisions out. No I/O, no clock, no SQL."""
