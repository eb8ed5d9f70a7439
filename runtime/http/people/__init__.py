"""People of the installation, the roles they hold, and who may be chosen in a person field."""
