"""Where drawn copies go: short, plain names that never meet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from postcheck.analysers.base import Scene
from postcheck.drafts.model import Draft
from postcheck.drafts.pictures import open_picture
from postcheck.drawing.copies import Copies
from postcheck.people.accounts import Account
from postcheck.setting import Setting


@pytest.mark.parametrize("stem", ["x" * 240, "名" * 80, "new\nline", "a b", 'a"b', "…"])
def test_any_name_is_drawn_twice(tmp_path: Path, stem: str) -> None:
    path = tmp_path / f"{stem}.png"
    Image.new("RGB", (20, 10)).save(path)
    scene = Scene(Draft(id=f"d-{stem}", text="Hi"), Account(id="a"), Setting(), (path,), "d.json")
    copies = Copies(tmp_path / "drawn")
    with open_picture(path, "media[0]") as picture:
        copies.draw(scene, picture, [])
        copies.draw(scene, picture, [])
    names = sorted(item.name for item in (tmp_path / "drawn").iterdir())
    assert len(names) == 2
    assert all(name.isprintable() and len(name.encode()) <= 255 for name in names)
    assert all(" " not in name and '"' not in name for name in names)
