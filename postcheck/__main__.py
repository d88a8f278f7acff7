"""`python -m postcheck` and the console script: the outer door of the program."""

from __future__ import annotations

import io
import sys
import warnings

from postcheck.door import Crashed, attempt

CANNOT_WORK = 2
INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit code, never with a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # without a console it may be None
            stream.reconfigure(errors="backslashreplace")
    if not sys.warnoptions:  # what libraries warn their users of is nothing to ours
        warnings.simplefilter("ignore")
    try:
        result = attempt("postcheck", _run)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    if isinstance(result, Crashed):
        sys.stderr.write(f"postcheck: {result.message}\n")
        sys.exit(CANNOT_WORK)
    sys.exit(result.value)


def _run() -> int:
    import click

    from postcheck.cli import cli

    try:
        code: int | None = cli.main(prog_name="postcheck", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return CANNOT_WORK
    except SystemExit as leave:  # how click ends when it has completed a word for the shell
        return int(leave.code or 0)
    return code or 0


if __name__ == "__main__":
    main()
