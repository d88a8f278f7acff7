"""Options of the command line that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A date as 2026-12-01."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that is meant."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"“{value}” is no date; write it as 2026-12-01", param, ctx)


FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
"""A file that is there."""


def sources(command: F) -> F:
    """Options that say what drafts are checked with."""
    for option in (
        click.option(
            "--jobs",
            "-j",
            type=click.IntRange(1),
            default=2,
            help="Threads that look at a picture.",
        ),
        click.option("--stdin-filename", help="The file name that standard input stands for."),
    ):
        command = option(command)
    return settings(command)


def settings(command: F) -> F:
    """Options that say which files and which day hold."""
    for option in (
        click.option("--on", type=Day(), metavar="DATE", help="Take this date for today."),
        click.option("--register", type=FILE, help="Use this register."),
        click.option("--config", type=FILE, help="Use this configuration."),
    ):
        command = option(command)
    return command


def reported(command: F) -> F:
    """Options that say which rules run and how a run is reported."""
    for option in (
        click.option(
            "--quiet", "-q", is_flag=True, help="Only drafts with findings, and the last line."
        ),
        click.option("--redact", is_flag=True, help="Keep names, faces and matched text out."),
        click.option(
            "--quote", is_flag=True, help="Quote each clause from your own policy document."
        ),
        click.option("--ignore", multiple=True, metavar="NAME", help="Not these rules or clauses."),
        click.option(
            "--select", multiple=True, metavar="NAME", help="Only these rules or clauses."
        ),
        click.option(
            "--severity",
            type=click.Choice(["error", "warning", "info"]),
            default="warning",
            show_default=True,
            help="The lowest severity that is shown.",
        ),
        click.option(
            "--fail-on",
            type=click.Choice(["violation", "review", "unknown", "never"]),
            default="violation",
            show_default=True,
            help="The mildest outcome that gives exit code 1.",
        ),
        click.option(
            "--output", "-o", type=click.Path(path_type=Path), help="Write the report here."
        ),
        click.option(
            "--format",
            "formats",
            multiple=True,
            default=("terminal",),
            show_default=True,
            help="terminal, json, jsonl or github; with a file as in json:report.json. Repeatable.",
        ),
    ):
        command = option(command)
    return command
