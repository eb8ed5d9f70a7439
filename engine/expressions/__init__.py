"""The formula language: text, typed tree, checker, generated functions."""
