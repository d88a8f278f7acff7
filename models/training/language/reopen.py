"""Weights of an exported model, to go on training from: `python reopen.py --out FILE`.

The int8 weights are multiplied out again, so they are those of the exported model and not, to the
last digit, those that it was exported from. Models up to version 4 have no layers of the tags' own:
`train.py --start` gives them some.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from network import LAYERS, WIDTH, Network
from onnx import numpy_helper
from safetensors.torch import save_file
from torch import Tensor

from postcheck.language.encoder import encoder_folder


def stored(model: onnx.ModelProto) -> dict[str, Tensor]:
    """All weights by their names in the file, whole numbers multiplied by their scale."""
    raw = {part.name: numpy_helper.to_array(part) for part in model.graph.initializer}
    out = {}
    for name, values in raw.items():
        base = name.removesuffix("_quantized")
        if base != name:
            values = (values.astype(np.float32) - raw[f"{base}_zero_point"]) * raw[f"{base}_scale"]
        out[base] = torch.from_numpy(np.array(values, dtype=np.float32))
    return out


def products(model: onnx.ModelProto) -> dict[str, str]:
    """The weight's name in the file for each layer of the network that multiplies by one."""
    out = {}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            layer = node.name.strip("/").removesuffix("/MatMul_quant")
            out[layer.replace("/", ".")] = node.input[1].removesuffix("_quantized")
    return out


def in_order(network: Network) -> list[str]:
    """The names of the layers in the order in which `forward` runs them."""
    classes = [f"layers.{number}" for number in range(LAYERS)]
    tags = [f"of_tags.{number}" for number in range(len(network.of_tags))]
    return classes[: network.shared] + tags + classes[network.shared :]


def state_of(path: Path) -> dict[str, Tensor]:
    """What `Network.load_state_dict` takes, from a file that export.py wrote."""
    model = onnx.load(path)
    weights, names = stored(model), products(model)
    layers = sum(name.endswith("_qkv_weight") for name in weights)
    network = Network(weights["words.weight"].shape[0], own=layers - LAYERS)
    state = {name: weights[name] for name in network.state_dict() if name in weights}
    state |= {f"{layer}.weight": weights[name].T.contiguous() for layer, name in names.items()}
    for number, layer in enumerate(in_order(network)):
        joined = weights[f"Attention_{number}_qkv_weight"].T.split(WIDTH)
        shifts = weights[f"Attention_{number}_qkv_bias"].split(WIDTH)
        for part, matrix, shift in zip(("query", "key", "value"), joined, shifts, strict=True):
            place = f"{layer}.attention.{part}"
            state |= {f"{place}.weight": matrix.contiguous(), f"{place}.bias": shift.clone()}
    network.load_state_dict(state)
    return state


def main() -> None:
    """Read the options and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=encoder_folder() / "model.onnx")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    save_file(state_of(options.model), options.out)


if __name__ == "__main__":
    main()
