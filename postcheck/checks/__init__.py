"""Checks: facts in, answers out; pure, no reading and no looking."""

from __future__ import annotations

from typing import Any

from postcheck.checks import (
    absent,
    consent_lasts,
    far_from_sites,
    hidden_words,
    limit,
    name_form,
    on_list,
    on_register,
    pattern,
    reconcile,
    requires,
    signed_off,
    used_before,
    words_together,
)
from postcheck.checks.base import Check

CHECKS: dict[str, Check[Any]] = {
    module.CHECK.name: module.CHECK
    for module in (
        absent,
        consent_lasts,
        far_from_sites,
        hidden_words,
        limit,
        name_form,
        on_list,
        on_register,
        pattern,
        reconcile,
        requires,
        signed_off,
        used_before,
        words_together,
    )
}
"""The checks that postcheck brings; plug-ins add theirs by entry point (plugins.py)."""
