"""`briefing glossary import|export`."""
