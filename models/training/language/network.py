"""The network: a small BERT whose token types tell the case of words, and a layer of tags."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

WIDTH, LAYERS, HEADS, INNER, PLACES, CASES = 384, 6, 12, 1536, 512, 4


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


class Tagger(nn.Module):
    """Tags of word pieces."""

    def __init__(self, vocabulary: int, tags: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.tags = nn.Linear(WIDTH, tags)

    def forward(self, pieces: Tensor, mask: Tensor, cases: Tensor) -> Tensor:
        """Logits (batch, pieces, tags); `pieces`, `mask` (1 real, 0 padding), `cases` are int64."""
        order = torch.arange(pieces.shape[1], device=pieces.device).unsqueeze(0)
        hidden = self.words(pieces) + self.cases(cases) + self.places(order)
        hidden = self.drop(self.norm(hidden))
        shut = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, shut)
        return self.tags(hidden)


def from_minilm(weights: dict[str, Tensor], tags: int) -> Tagger:
    """A tagger that starts from the weights of all-MiniLM-L6-v2."""
    model = Tagger(weights["embeddings.word_embeddings.weight"].shape[0], tags)
    plain = weights["embeddings.token_type_embeddings.weight"][:1]
    state = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"],
        "cases.weight": plain.repeat(CASES, 1),
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
    left_out = model.load_state_dict(state, strict=False)
    assert set(left_out.missing_keys) == {"tags.weight", "tags.bias"}, left_out
    return model
