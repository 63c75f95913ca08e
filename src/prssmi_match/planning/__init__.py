"""After the match."""
