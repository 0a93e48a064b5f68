"""Settings: flags, then environment, then briefing.toml, then defaults."""
