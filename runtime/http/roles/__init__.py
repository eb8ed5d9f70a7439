"""Who has which role of an app, for those who oversee it."""
