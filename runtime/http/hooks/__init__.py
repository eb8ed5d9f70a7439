"""Where other systems tell what happened there."""
