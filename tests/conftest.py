"""What every test shares."""

import os

from hypothesis import settings

# The same examples at every run, and no stop-watch: a slow machine is no failure. HYPOTHESIS_PROFILE=fuzz looks
# for new ones.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
