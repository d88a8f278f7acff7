"""A small policy, a register and a configuration to sign drafts under."""

from __future__ import annotations

CLAUSES = """\
clauses:
  - {id: C.1, section: Children, duty: Consent comes first., binds: [official],
     enforcement: [automatic], how: The register is asked., waivable: false}
  - {id: L.1, section: Children, duty: Somebody looks., binds: [official],
     enforcement: [sign-off], how: Every picture is looked at.}
  - {id: W.1, section: Words, duty: No shouting., binds: [official],
     enforcement: [heuristic], how: Hashtags are shown.}
  - {id: N.1, section: Words, duty: Permission comes first., binds: [official],
     enforcement: [automatic], how: The register is asked.}
"""
RULES = """\
rules:
  - id: no-consent
    clause: C.1
    given: declared.person
    check: on-register
    with: {purpose: image}
    severity: error
    message: Consent of {person} is not available.
    remedy: Take another picture.
    tests: [{pass: Hello}, {fail: Hello}]
  - id: look-first
    clause: L.1
    given: declared.picture
    check: absent
    severity: warning
    message: Look at {media}.
    remedy: Look and sign.
    tests: [{pass: Hello}, {fail: Hello}]
  - id: no-tags
    clause: W.1
    given: text.hashtag
    check: absent
    severity: warning
    message: “{text}” is a hashtag.
    remedy: Look and sign.
    tests: [{pass: Hello}, {fail: "Hello #you"}]
  - id: ask-first
    clause: N.1
    given: text.person
    where: {fact.form: full}
    check: on-register
    with: {purpose: full_name}
    severity: warning
    message: Nobody allowed “{text}”.
    remedy: Ask, and sign.
    tests: [{pass: Hello}, {fail: Hello}]
"""
CONFIG = """\
policy: [small]
register: people.yaml
account: ele
accounts: accounts.yaml
roles: {dsl: S2, slt: [S1, S3]}
sign_offs: {signed_by: {C.1: [slt]}}
"""
PEOPLE = """\
people:
  - code: P017
    role: pupil
    first_name: Amira
    surname: Khan
    consents:
      - {purpose: image, decision: "yes", written: "yes", given_by: parent, decided_on: 2026-09-08}
"""
FILES = {
    "postcheck.yaml": CONFIG,
    "people.yaml": PEOPLE,
    "accounts.yaml": "accounts: [{id: ele, platform: instagram}]\n",
    "small/policy.yaml": "id: small\ntitle: Small policy\n",
    "small/clauses/all.yaml": CLAUSES,
    "small/rules/all.yaml": RULES,
}
