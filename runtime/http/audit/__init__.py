"""The audit trail of the installation, and whether its chains still hold."""
