"""The network: a small BERT whose token types are marks of words, and its heads.

The last layers come twice: once for the classes and once for the tags, so that what is learnt of
whole sentences does not pull at names. For every piece it gives logits of the tags, logits of the
classes, and one weight for each group of classes. What holds for a stretch of text is the mean of
the class logits of its pieces, weighted by the softmax of those weights, so that one run over a
text answers for each of its sentences.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from postcheck.language.classes import ABUSE, CLASSES, TAGS, TOPICS
from postcheck.language.pieces import MARKS

WIDTH, LAYERS, HEADS, INNER, PLACES = 384, 6, 12, 1536, 512
OWN = 2
"""How many of the layers, the last ones, the tags have for themselves."""


class Attention(nn.Module):
    """Plain multi-head attention, written out so that the ONNX optimiser knows its shape."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """`hidden` (batch, pieces, width); `mask` is added to the weights before softmax."""
        batch, pieces, _ = hidden.shape

        def split(part: Tensor) -> Tensor:
            return part.view(batch, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)

        query = split(self.query(hidden))
        key, value = split(self.key(hidden)), split(self.value(hidden))
        weights = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask
        seen = self.drop(weights.softmax(-1)) @ value
        return self.out(seen.transpose(1, 2).reshape(batch, pieces, WIDTH))


class Layer(nn.Module):
    """One layer, normalised after each half as BERT does."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = Attention()
        self.first_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.second_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """`hidden` (batch, pieces, width) in and out."""
        hidden = self.first_norm(hidden + self.drop(self.attention(hidden, mask)))
        inner = self.narrow(nn.functional.gelu(self.widen(hidden)))
        return self.second_norm(hidden + self.drop(inner))


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, vocabulary: int, own: int = OWN) -> None:
        super().__init__()
        self.shared = LAYERS - own
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.marks = nn.Embedding(MARKS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.of_tags = nn.ModuleList(Layer() for _ in range(own))
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.inner = nn.Linear(WIDTH, WIDTH)
        self.classes = nn.Linear(WIDTH, len(CLASSES))
        self.weights = nn.Linear(WIDTH, 2)

    def forward(self, pieces: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """Logits (batch, pieces, tags + classes + 2); `mask` is 1 for pieces, 0 for padding."""
        hidden, shut = self._shared(pieces, mask, marks)
        return torch.cat([self._tags(hidden, shut), self._classes(hidden, shut)], -1)

    def tagged(self, pieces: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """The logits of the tags (batch, pieces, tags); what is below their own layers stays."""
        with torch.no_grad():
            hidden, shut = self._shared(pieces, mask, marks)
        return self._tags(hidden, shut)

    def classed(self, pieces: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """The logits of the classes and the weights; what is below their own layers stays."""
        with torch.no_grad():
            hidden, shut = self._shared(pieces, mask, marks)
        return self._classes(hidden, shut)

    def parts(self, learning: str) -> list[nn.Parameter]:
        """What learns: `all`, or only what `names` or `classes` have for themselves."""
        heads = [self.inner, self.classes, self.weights]
        own: dict[str, list[nn.Module]] = {
            "all": [self],
            "names": [self.of_tags, self.tags],
            "classes": [self.layers[self.shared :], *heads],
        }
        return [one for module in own[learning] for one in module.parameters()]

    def _shared(self, pieces: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        order = torch.arange(pieces.shape[1], device=pieces.device).unsqueeze(0)
        hidden = self.words(pieces) + self.marks(marks) + self.places(order)
        hidden = self.drop(self.norm(hidden))
        shut = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -10000.0
        for layer in self.layers[: self.shared]:
            hidden = layer(hidden, shut)
        return hidden, shut

    def _tags(self, hidden: Tensor, shut: Tensor) -> Tensor:
        for layer in self.of_tags:
            hidden = layer(hidden, shut)
        tags: Tensor = self.tags(hidden)
        return tags

    def _classes(self, hidden: Tensor, shut: Tensor) -> Tensor:
        for layer in self.layers[self.shared :]:
            hidden = layer(hidden, shut)
        inner = self.drop(nn.functional.gelu(self.inner(hidden)))
        return torch.cat([self.classes(inner), self.weights(inner)], -1)


def pooled(logits: Tensor, owner: Tensor, within: Tensor) -> Tensor:
    """Class logits (stretches, classes) from those of pieces; see the head of this file."""
    mine = logits[owner]
    shares = mine[..., -2:].masked_fill(~within[..., None], -1e4).softmax(1)
    sizes = torch.tensor([len(ABUSE), len(TOPICS)])
    return (mine[..., :-2] * shares.repeat_interleave(sizes, dim=-1)).sum(1)


def from_minilm(weights: dict[str, Tensor]) -> Network:
    """A network that starts from the weights of all-MiniLM-L6-v2."""
    model = Network(weights["embeddings.word_embeddings.weight"].shape[0])
    plain = weights["embeddings.token_type_embeddings.weight"][:1]
    state = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"],
        "marks.weight": plain.repeat(MARKS, 1),
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    halves = {
        "attention.query": "attention.self.query",
        "attention.key": "attention.self.key",
        "attention.value": "attention.self.value",
        "attention.out": "attention.output.dense",
        "first_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "second_norm": "output.LayerNorm",
    }
    for layer in range(LAYERS):
        for ours, theirs in halves.items():
            for part in ("weight", "bias"):
                state[f"layers.{layer}.{ours}.{part}"] = weights[
                    f"encoder.layer.{layer}.{theirs}.{part}"
                ]
    left_out = model.load_state_dict(branched(state, model), strict=False)
    assert {name.partition(".")[0] for name in left_out.missing_keys} == {
        "tags",
        "inner",
        "classes",
        "weights",
    }
    return model


def mean_of(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of several checkpoints of one run, steadier than the last of them."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def branched(state: dict[str, Tensor], model: Network) -> dict[str, Tensor]:
    """`state` with the layers of the tags, which begin as those of the classes."""
    own = {}
    for name, weight in state.items():
        part, _, rest = name.partition(".")
        number, _, rest = rest.partition(".")
        if part == "layers" and int(number) >= model.shared:
            own[f"of_tags.{int(number) - model.shared}.{rest}"] = weight
    return own | state


def own_of_tags(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights that the tags have for themselves."""
    return {name: one for name, one in state.items() if name.startswith(("of_tags.", "tags."))}


def widened(state: dict[str, Tensor], model: Network) -> dict[str, Tensor]:
    """`state` with rows as `model` has them for the classes that were added behind its own."""
    for name in ("classes.weight", "classes.bias"):
        fresh = model.state_dict()[name]
        state = state | {name: torch.cat([state[name], fresh[len(state[name]) :]])}
    return state
