"""The `briefing` command, and `python -m briefing`."""

import sys

from briefing.errors import INTERRUPTED, STOPPED


def main() -> None:
    """Run `briefing.cli.main`; Ctrl-C while its code is still being read is answered as later."""
    try:
        from briefing import cli
    except KeyboardInterrupt:
        sys.stderr.write(f"briefing: {STOPPED}\n")
        sys.exit(INTERRUPTED)
    cli.main()


if __name__ == "__main__":
    main()
