"""`briefing glossary check|suggest`."""
