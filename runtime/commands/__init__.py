"""What `tongdao` can do on the command line, one file per command."""
