"""The stages in reading order; receives an Engine."""
