"""Expressions in the making: checked and tried for their editor."""
