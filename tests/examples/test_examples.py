"""The examples: each draft's findings through the command line, and the files around them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from program import Program

from postcheck.commands.schema import schema_of
from postcheck.config.find import SourceFinder
from postcheck.people.consent import consent_for

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
V, R = "violation", "review"
SHOWN = re.MULTILINE | re.DOTALL

# what stands here is told, nothing else; see `seen` for what depends on the installation
EXPECTED: dict[str, set[tuple[str, str, str, str]]] = {
    "2026-12-03-book-week": set(),
    "2026-12-07-coding-club": {
        (V, "7.6", "password-shown", "first_comment"),
        (V, "7.6", "password-shown", "media[0].image-text"),
    },
    "2026-12-05-harvest-walk": {
        (V, "4.4a", "picture-consent-lapsed", "media[0]"),
        (V, "4.6b", "link-not-verified", "text"),
        (V, "PD.2", "place-in-file-of-child", "media[0]"),
        (R, "4.4a", "declared-person-not-seen", "media[0]"),
        (R, "4.4e", "clothing-to-be-checked", "media[0]"),
    },
    "2026-12-09-leadership-news": {
        (V, "PD.3", "shared-document", "text"),
        (V, "PI.1", "confidential-term", "text"),
        (V, "WP.2", "private-matter-of-pupil", "text"),
        (R, "4.3a", "mild-bad-language", "text"),
        (R, "PI.1", "inside-matter", "text"),
        (R, "WP.2", "word-that-may-be-private", "text"),
    },
    "lost-property.txt": {
        (V, "PD.2", "postcode-beside-name", "text"),
        (V, "PD.2", "private-address", "text"),
        (V, "PD.2", "private-email", "text"),
        (V, "PD.2", "private-phone", "text"),
    },
    "2026-12-02-medal": {
        (V, "4.4a", "picture-consent-lapsed", "media[0]"),
        (V, "4.4b", "full-name-permission-lapsed", "media[0].file-name"),
        (R, "4.4a", "declared-person-not-seen", "media[0]"),
        (R, "4.4e", "clothing-in-activity", "media[0]"),
    },
    "2026-12-04-open-evening": {
        (V, "PD.2", "foreign-form", "media[0].code"),
    },
    "reminder-1": {
        (V, "4.6a", "shortened-link", "text"),
    },
    "reminder-2": {
        (V, "4.6a", "look-alike-link", "text"),
    },
    "reminder-3": {
        (R, "4.6c", "blocked-hashtag", "text"),
        (R, "4.6c", "hashtag-hides-word", "text"),
    },
    "reminder-4": {
        (V, "4.6a", "number-address-link", "text"),
    },
    "2026-12-01-science-fair": {
        (V, "4.4b", "full-name-without-permission", "media[0].image-text"),
        (V, "4.4b", "full-name-without-permission", "text"),
        (V, "4.6b", "link-not-verified", "text"),
    },
    "2026-12-08-own-post": {
        (V, "5.10a", "organisation-named-on-personal-account", "draft"),
        (V, "5.11", "pupil-on-personal-account", "media[0]"),
        (V, "AP.DN1", "pupil-named-on-personal-account", "media[0].file-name"),
        (R, "3a", "unknown-platform", "draft"),
        (R, "5.10a", "own-work-spoken-of", "text"),
        (R, "5.12", "criticism-of-organisation", "text"),
        (R, "6.ex1", "criticism-of-pupils-or-parents", "text"),
        (R, "AP.DN9", "abuse-in-post-about-work", "text"),
        (R, "AP.DN9", "possible-abuse-in-post-about-work", "text"),
    },
    "2026-12-12-winter-fair": {
        (V, "4.4a", "face-not-declared", "media[1]"),
        (V, "4.4a", "picture-consent-not-written", "media[0]"),
        (V, "4.4a", "picture-of-unregistered-person", "media[0]"),
        (V, "4.4a", "picture-without-consent", "media[0]"),
        (V, "4.4d", "picture-consent-not-assessed", "media[0]"),
        (V, "WP.1", "adult-without-consent", "media[0]"),
        (R, "4.4a", "declared-person-not-seen", "media[0]"),
        (R, "4.4e", "clothing-to-be-checked", "media[0]"),
        (R, "4.4e", "clothing-to-be-checked", "media[1]"),
        (R, "WP.4", "picture-of-leaver", "media[0]"),
    },
}


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """The report on the whole folder, as CI would have it."""
    command = [sys.executable, "-m", "postcheck", "check", "--format", "json"]
    done = subprocess.run(
        [*command, "--on", "2026-12-01", "examples"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 1
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def name_of(draft: dict[str, Any]) -> str:
    return draft["id"] or Path(draft["path"]).name


def seen(draft: dict[str, Any]) -> set[tuple[str, str, str, str]]:
    """Findings but for notes, and for what is unknown without an extra."""
    return {
        (finding["outcome"], finding["clause"], finding["rule"], finding["surface"])
        for finding in draft["findings"]
        if finding["outcome"] in (V, R)
    }


@pytest.mark.model
@pytest.mark.parametrize("name", EXPECTED)
def test_each_draft_shows_what_it_is_for(report: dict[str, Any], name: str) -> None:
    draft = next(draft for draft in report["drafts"] if name_of(draft) == name)
    assert seen(draft) == EXPECTED[name]


@pytest.mark.model
def test_every_draft_is_in_the_table(report: dict[str, Any]) -> None:
    assert sorted(map(name_of, report["drafts"])) == sorted(EXPECTED)


@pytest.mark.model
def test_only_what_an_extra_would_show_is_unknown(report: dict[str, Any]) -> None:
    unknown = {
        (finding["rule"], finding["clause"])
        for draft in report["drafts"]
        for finding in draft["findings"]
        if finding["outcome"] == "unknown"
    }
    assert unknown <= {("exposed-body", "4.4e")}


@pytest.mark.model
def test_the_report_never_tells_a_refusal_from_other_lack(report: dict[str, Any]) -> None:
    """P024 has not answered, P036 has refused."""
    findings = [finding for draft in report["drafts"] for finding in draft["findings"]]
    told = [[f for f in findings if code in f["message"]] for code in ("P024", "P036")]
    assert [len(findings) for findings in told] == [1, 1]
    asked, refused = (findings[0] for findings in told)
    assert asked["message"].replace("P024", "P036") == refused["message"]
    for key in ("rule", "clause", "outcome", "severity", "duty", "remedy"):
        assert asked[key] == refused[key]


@pytest.mark.model
@pytest.mark.parametrize("page", ["README.md", "examples/README.md"])
def test_the_report_that_a_page_shows_is_what_is_printed(page: str, program: Program) -> None:
    shown = re.search(r"^```text\n(examples/.*?)^```", (ROOT / page).read_text("utf-8"), SHOWN)
    assert shown
    draft = "examples/posts/science-certificate.json"
    assert program("check", "--on", "2026-12-01", draft).out == shown[1]


def test_the_register_shows_every_state_of_consent() -> None:
    register = SourceFinder().for_folder(EXAMPLES).register
    reasons = set()
    for person in register.people.values():
        for channel in ("instagram", "facebook"):
            state = consent_for(person, "image", channel, date(2026, 12, 1))
            reasons.add("available" if state.available else state.reason)
    assert reasons >= {
        "available",
        "none",
        "expired",
        "wrong-channel",
        "not-written",
        "pupil-without-assessment",
        "left",
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in (EXAMPLES / "schemas").iterdir()))
def test_schemas_are_those_of_this_version(name: str) -> None:
    kept = json.loads((EXAMPLES / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    assert kept == schema_of(name)


def test_yaml_files_point_editors_to_their_schema() -> None:
    for path in EXAMPLES.rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        _, _, schema = first.partition("# yaml-language-server: $schema=")
        assert (path.parent / schema).is_file(), path.name


def test_pictures_are_small_and_sound() -> None:
    pictures = [path for path in (EXAMPLES / "posts").rglob("*") if path.suffix in (".png", ".jpg")]
    assert len(pictures) == 8
    for path in pictures:
        assert path.stat().st_size < 60_000, path.name
        with Image.open(path) as picture:
            picture.load()
