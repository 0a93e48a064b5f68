"""The `briefing` command, and `python -m briefing`."""

import sys

from briefing.errors import INTERRUPTED, STOPPED


def main() -> None:
    """Run `briefing.cli.main`; Ctrl-C before or after its own work, as while its code is being read, is answered alike."""
    try:
        from briefing import cli

        cli.main()
    except KeyboardInterrupt:
        sys.stderr.write(f"briefing: {STOPPED}\n")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
