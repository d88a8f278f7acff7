"""The command line: options and wiring alone; every command is imported when it is called."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from postcheck import __version__
from postcheck.options import FILE, Day, reported, settings, sources

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Postcheck(click.Group):
    """Takes `postcheck PATH...` as `postcheck check PATH...`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"-h", "--help", "--version"}
        if args and args[0] not in self.commands and args[0] not in own:
            _prove_command(args[0], self.commands)
            args = ["check", *args]
        return super().parse_args(ctx, args)


def _prove_command(word: str, commands: Iterable[str]) -> None:
    """Take a word that is no path and nearly a command for a slip of the pen."""
    if word.startswith("-") or Path(word).exists():
        return
    from difflib import get_close_matches

    if near := get_close_matches(word, commands, n=1, cutoff=0.75):
        raise click.UsageError(
            f"there is no file, folder or command “{word}”; did you mean `{near[0]}`?"
        )


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _keep_nothing(_ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        from postcheck.patterns.known import keep_nothing

        keep_nothing()


@click.group(cls=_Postcheck, context_settings=_CONTEXT, no_args_is_help=True)
@click.version_option(__version__, prog_name="postcheck")
def cli() -> None:
    """Check social media posts against your policy before you publish them.

    `postcheck draft.json` is short for `postcheck check draft.json`. Nothing is sent anywhere.
    """


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@reported
@click.option(
    "--no-cache",
    is_flag=True,
    expose_value=False,
    callback=_keep_nothing,
    help="Read everything afresh, and keep nothing for later runs.",
)
@click.option(
    "--draw",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write copies of pictures with what was seen in them.",
)
@sources
def check(
    paths: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], **more: Any
) -> int:
    """Check drafts, folders of drafts, or standard input (-)."""
    from postcheck.commands import check as command
    from postcheck.commands._door import closed

    options = command.CheckOptions(select=_split(select), ignore=_split(ignore), **more)
    return closed("check", lambda: command.run(paths, options))


@cli.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@reported
@click.option("--account", metavar="ID", help="Whose profile it is, or the one account of a file.")
@click.option(
    "--kind",
    type=click.Choice(["official", "staff", "pupil", "parent"]),
    default="official",
    show_default=True,
    help="Whose profile it is, where the accounts file does not know it.",
)
@click.option("--platform", metavar="NAME", help="Where the profile is, in such a case.")
@settings
def account(
    files: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], **more: Any
) -> int:
    """Check an accounts file, or a profile as JSON or text (- for standard input)."""
    from postcheck.commands import account as command
    from postcheck.commands._door import closed

    options = command.AccountOptions(select=_split(select), ignore=_split(ignore), **more)
    return closed("account", lambda: command.run(files, options))


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@reported
@settings
def sweep(
    paths: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], **more: Any
) -> int:
    """Find published posts that must come down under today's register."""
    from postcheck.commands import check as command
    from postcheck.commands._door import closed

    options = command.CheckOptions(select=_split(select), ignore=_split(ignore), sweep=True, **more)
    return closed("sweep", lambda: command.run(paths, options))


@cli.command("sign-off")
@click.argument("draft")
@click.option("--clause", required=True, metavar="CLAUSE", help="The clause that was looked at.")
@click.option("--role", required=True, help="The role in which it is signed.")
@click.option("--by", required=True, metavar="CODE", help="Who signs, as `roles` names them.")
@click.option("--note", help="What was seen or decided.")
@click.option("--id", metavar="ID", help="Which draft, where a file holds several.")
@settings
def sign_off(draft: str, **more: Any) -> int:
    """Record that a role has looked at a draft, for its content as it is now."""
    from postcheck.commands import sign_off as command
    from postcheck.commands._door import closed

    return closed("sign-off", lambda: command.run(draft, command.SignOffOptions(**more)))


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@sources
def facts(paths: tuple[str, ...], **more: Any) -> int:
    """Print what the analysers see, one JSON object a draft; no rules."""
    from postcheck.commands import facts as command
    from postcheck.commands._door import closed

    return closed("facts", lambda: command.run(paths, **more))


@cli.group()
def ledger() -> None:
    """Keep the ledger of published pictures."""


@ledger.command("add")
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@click.option("--purpose", metavar="TEXT", help="What the pictures were used for.")
@click.option("--only", is_flag=True, help="They may be used on these channels, for this, alone.")
@click.option("--config", type=FILE, help="Use this configuration.")
@click.option("--on", type=Day(), metavar="DATE", help="When they were published, if not today.")
def ledger_add(drafts: tuple[str, ...], **more: Any) -> int:
    """Record how the pictures of published posts were used."""
    from postcheck.commands import ledger as command
    from postcheck.commands._door import closed

    return closed("ledger add", lambda: command.add(drafts, command.LedgerOptions(**more)))


@cli.group()
def policy() -> None:
    """Look into the policy: your own words, how clauses are enforced, and the rules' own tests."""


_CONFIG = click.option("--config", type=FILE, help="Use this configuration's policy.")


@policy.command()
@_CONFIG
@click.option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal")
def coverage(config: Path | None, form: str) -> int:
    """Print every clause and how it is enforced."""
    from postcheck.commands import policy as command
    from postcheck.commands._door import closed

    return closed("policy coverage", lambda: command.coverage(config, form))


@policy.command("import")
@click.argument("file", type=FILE)
@_CONFIG
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Keep it in this file."
)
@click.option("--overwrite", is_flag=True, help="Replace the file that is there already.")
@click.option(
    "--accept",
    multiple=True,
    metavar="CLAUSE",
    help="Its rules were read again and fit its words of today; or `all`.",
)
def import_(file: Path, accept: tuple[str, ...], **more: Any) -> int:
    """Read your own policy (Markdown, text, Word or PDF) and hold it against the rules."""
    from postcheck.commands import policy_import as command
    from postcheck.commands._door import closed

    options = command.ImportOptions(accept=_split(accept), **more)
    return closed("policy import", lambda: command.run(file, options))


@policy.command()
@_CONFIG
@click.option("--document", type=FILE, help="Read the policy's own words in this file.")
@click.option("--on", type=Day(), metavar="DATE", help="Take this date for today.")
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "info"]),
    default="info",
    show_default=True,
    help="The lowest severity that is told.",
)
@click.option("--select", multiple=True, metavar="NAME", help="Only these rules or clauses.")
@click.option("--ignore", multiple=True, metavar="NAME", help="Not these rules or clauses.")
@click.option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal")
def lint(select: tuple[str, ...], ignore: tuple[str, ...], **more: Any) -> int:
    """Say what is to be mended in the policy itself: what is overdue, outdated, open or at odds."""
    from postcheck.commands import policy_lint as command
    from postcheck.commands._door import closed

    options = command.LintOptions(select=_split(select), ignore=_split(ignore), **more)
    return closed("policy lint", lambda: command.run(options))


@policy.command()
@_CONFIG
def interpretations(config: Path | None) -> int:
    """Print where the policy is vague, how it is read there, and who decided."""
    from postcheck.commands import policy as command
    from postcheck.commands._door import closed

    return closed("policy interpretations", lambda: command.interpretations(config))


@policy.command()
@_CONFIG
@click.option("--select", multiple=True, metavar="NAME", help="Only these rules or clauses.")
def test(config: Path | None, select: tuple[str, ...]) -> int:
    """Run the tests that stand beside the rules."""
    from postcheck.commands import policy as command
    from postcheck.commands._door import closed

    return closed("policy test", lambda: command.test(config, _split(select)))


@cli.command()
@click.argument("name", metavar="RULE|CLAUSE")
@_CONFIG
def explain(name: str, config: Path | None) -> int:
    """Say what a rule or a clause is, in plain words."""
    from postcheck.commands import explain as command
    from postcheck.commands._door import closed

    return closed("explain", lambda: command.run(name, config))


@cli.command()
@click.option("--config", type=FILE, help="Use this configuration.")
def doctor(config: Path | None) -> int:
    """Say which analysers, models and files work here, and what to do about the others."""
    from postcheck.commands import doctor as command
    from postcheck.commands._door import closed

    return closed("doctor", lambda: command.run(config))


@cli.command()
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> int:
    """Write a first configuration, an example register, a hook and a CI file."""
    from postcheck.commands import init as command
    from postcheck.commands._door import closed

    return closed("init", lambda: command.run(folder))


@cli.command()
@click.argument("name")
def schema(name: str) -> int:
    """Print the JSON Schema of a file: draft, rules, config, register, report and more."""
    from postcheck.commands import schema as command
    from postcheck.commands._door import closed

    return closed("schema", lambda: command.run(name))
