"""What other systems send, in our words, and how it becomes records."""
