"""What happens around every request, whatever route it takes."""
