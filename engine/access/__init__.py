"""Roles and permissions to a decision: who may do what with which records and fields. Default is nothing."""
