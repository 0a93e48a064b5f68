"""What is made from data once and shipped as files: not needed at run time."""
