"""The memo as plain data: no Word in it."""
