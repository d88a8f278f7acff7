"""Write the trained model as int8 ONNX: `python export.py --weights FILE... --out FOLDER`.

Needs what the extra `train` brings. `fit.py` writes thresholds.json.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from network import HEADS, WIDTH, Network, mean_of, own_of_tags
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from safetensors.torch import load_file


def with_copy_for_tags(path: Path, shared: int) -> None:
    """Give the first layer of the tags a copy of what it shares with the one of the classes.

    The optimiser fuses an attention only where nothing else reads its input. The copy is a
    quotient by 1, since it takes a plain one away.
    """
    model = onnx.load(path)
    graph = model.graph
    source = f"/layers.{shared - 1}/second_norm/LayerNormalization_output_0"
    copy = "/of_tags.0/input"
    for node in graph.node:
        if node.name.startswith("/of_tags.0/"):
            mine = [copy if name == source else name for name in node.input]
            del node.input[:]
            node.input.extend(mine)
    one = onnx.numpy_helper.from_array(np.array(1.0, np.float32), "one")
    graph.initializer.append(one)
    place = 1 + next(n for n, node in enumerate(graph.node) if source in node.output)
    graph.node.insert(place, onnx.helper.make_node("Div", [source, one.name], [copy]))
    onnx.save(model, path)


def to_onnx(model: Network, path: Path) -> None:
    """The float model with free batch and length, its attention fused."""
    example = torch.ones(2, 9, dtype=torch.long)
    torch.onnx.export(
        model,
        (example, example, torch.zeros_like(example)),
        str(path),
        input_names=["pieces", "mask", "marks"],
        output_names=["logits"],
        dynamic_axes={
            name: {0: "batch", 1: "length"} for name in ("pieces", "mask", "marks", "logits")
        },
        opset_version=17,
        dynamo=False,
    )
    with_copy_for_tags(path, model.shared)
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    fused = optimizer.optimize_model(
        str(path),
        "bert",
        num_heads=HEADS,
        hidden_size=WIDTH,
        optimization_options=options,
        opt_level=0,  # the step that comes first otherwise would take the copy away
    )
    fused.save_model_to_file(str(path))
    print(fused.get_fused_operator_statistics())


def slim_tokenizer(source: Path, target: Path) -> None:
    """The tokenizer's file without white space."""
    content = json.loads(source.read_text(encoding="utf-8"))
    target.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )


def main() -> None:
    """Read the options and write model.onnx, tokenizer.json and lexicon.txt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, nargs="+", required=True)
    parser.add_argument(
        "--names",
        type=Path,
        nargs="+",
        default=[],
        help="weights whose own layers of tags are taken",
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--full-range", action="store_true", help="weights of 8 bits")
    options = parser.parse_args()
    torch.set_num_threads(1)
    state = mean_of([load_file(path) for path in options.weights])
    if options.names:
        state |= own_of_tags(mean_of([load_file(path) for path in options.names]))
    model = Network(state["words.weight"].shape[0])
    model.load_state_dict(state)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "float.onnx"
        to_onnx(model.eval(), plain)
        target = options.out / "model.onnx"
        quantize_dynamic(
            plain,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            # Weights of 7 bits: on processors without VNNI sums of 8 bits overflow.
            reduce_range=not options.full_range,
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    onnx.checker.check_model(onnx.load(target), full_check=False)
    slim_tokenizer(options.weights[0].parent / "tokenizer.json", options.out / "tokenizer.json")
    shutil.copyfile(options.weights[0].parent / "lexicon.txt", options.out / "lexicon.txt")
    print(target.stat().st_size)


if __name__ == "__main__":
    main()
