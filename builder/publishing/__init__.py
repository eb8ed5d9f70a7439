"""From a draft to a release: readable differences, impact, publishing, rolling back."""
