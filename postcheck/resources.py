"""Where the shipped rules and models are.

In a checkout they lie beside the package; in an installed wheel, inside it.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def rules_folder() -> Path:
    """The folder of shipped policy packs."""
    return _folder("rules")


def models_folder() -> Path:
    """The folder of shipped models."""
    return _folder("models")
