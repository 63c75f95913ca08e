"""Settings shared by all tests: the hypothesis profiles."""

import os

from hypothesis import HealthCheck, settings

# No deadlines: a solver's first call is slow, and machines differ. CI draws the same examples in every run.
settings.register_profile("dev", deadline=None, max_examples=25)
settings.register_profile(
    "ci", deadline=None, derandomize=True, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))
