"""Design checks that need to know types and links: one file per subject, each yielding issues with places."""
