"""Match mentee sites with mentor sites: exact, explained, and independently verified."""
