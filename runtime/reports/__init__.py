"""Questions about figures, answered by a database: groupings in SQL under the rights of who asks."""
