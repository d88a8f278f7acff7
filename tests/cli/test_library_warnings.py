"""What libraries warn of reaches nobody who did not ask for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

_WARNING = (
    "import warnings, postcheck.__main__ as door\n"
    "door._run = lambda: warnings.warn('no SOCKS here') or 0\n"
    "door.main()\n"
)


@pytest.mark.parametrize(("option", "told"), [((), False), (("-W", "default"), True)])
def test_warnings_are_shown_only_when_python_is_asked_for_them(
    option: tuple[str, ...], told: bool
) -> None:
    done = subprocess.run(
        [sys.executable, *option, "-c", _WARNING], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert ("no SOCKS here" in done.stderr) is told
