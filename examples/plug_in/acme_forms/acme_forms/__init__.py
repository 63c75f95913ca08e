"""A reader for Acme Forms, an invented survey system."""
