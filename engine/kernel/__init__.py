"""The smallest shared vocabulary; imports nothing of ours."""
