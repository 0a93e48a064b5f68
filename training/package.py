"""Packages: the weights of a shipped one read back to train on, and a trained network written as one.

The mapping between the attributes of `training.network` and CTranslate2's variables stands in `LAYER` alone, and is used
both ways. Reading back loses what int8 lost: each row of a matrix is one scale and whole numbers from -127 to 127.
"""

from __future__ import annotations

import json
import shutil
import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from sentencepiece import SentencePieceProcessor

from training.network import EPSILON, GLOBAL_BASE, LOCAL_BASE, Network, Shape

# Network attribute: CTranslate2 variable, within a layer. Query, key and value are one matrix there.
LAYER = {
    "output": "self_attention/linear_1",
    "gate": "ffn/linear_0",
    "up": "ffn/linear_0_noact",
    "down": "ffn/linear_1",
    "query_norm": "self_attention/q_norm",
    "key_norm": "self_attention/k_norm",
    "before_attention": "input_layer_norm",
    "after_attention": "post_attention_layer_norm",
    "before_feed_forward": "pre_feedforward_layer_norm",
    "after_feed_forward": "post_feedforward_layer_norm",
}
FUSED = "self_attention/linear_0"
_TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}


def read_variables(model: Path) -> dict[str, np.ndarray]:
    """Return the variables of a CTranslate2 `model.bin` (format 6) by name."""
    data = memoryview(model.read_bytes())
    at = 0

    def number(kind: str) -> int:
        nonlocal at
        value = struct.unpack_from(f"<{kind}", data, at)[0]
        at += struct.calcsize(f"<{kind}")
        return int(value)

    def text() -> str:
        nonlocal at
        size = number("H")
        at += size
        return bytes(data[at - size : at - 1]).decode()

    if (version := number("I")) != 6:
        raise ValueError(f"{model} has format {version} of CTranslate2; this reads 6")
    text()  # name of the specification
    number("I")  # its revision
    variables = {}
    for _ in range(number("I")):
        name = text()
        shape = [number("I") for _ in range(number("B"))]
        dtype = _TYPES[number("B")]
        size = number("I")
        variables[name] = np.frombuffer(data[at : at + size], dtype).reshape(shape)
        at += size
    for _ in range(number("I")):
        alias, name = text(), text()
        variables[alias] = variables[name]
    return variables


def read_network(package: Path) -> Network:
    """Return the network of an unpacked package, its weights in float32."""
    variables = read_variables(package / "model" / "model.bin")

    def matrix(name: str) -> np.ndarray:
        weight = variables[f"{name}/weight"]
        if weight.dtype != np.int8:
            return weight.astype(np.float32)
        return weight.astype(np.float32) / variables[f"{name}/weight_scale"][:, None]

    layers = 0
    while f"decoder/layer_{layers}/{FUSED}/weight" in variables:
        layers += 1
    embedding = matrix("decoder/embeddings")
    head_width = variables["decoder/layer_0/self_attention/q_norm/gamma"].size
    inner = matrix("decoder/layer_0/self_attention/linear_1").shape[1]
    bases = [
        float(variables.get(f"decoder/layer_{n}/self_attention/rotary_base", LOCAL_BASE))
        for n in range(layers)
    ]
    shape = Shape(
        vocabulary=embedding.shape[0],
        width=embedding.shape[1],
        layers=layers,
        heads=inner // head_width,
        head_width=head_width,
        hidden=matrix("decoder/layer_0/ffn/linear_0").shape[0],
        global_every=bases.index(GLOBAL_BASE) + 1 if GLOBAL_BASE in bases else layers + 1,
    )
    state = {"embedding.weight": embedding, "norm.weight": variables["decoder/layer_norm/gamma"]}
    for n in range(layers):
        at = f"decoder/layer_{n}/"
        fused = np.split(matrix(at + FUSED), [inner, inner + head_width])
        state |= {f"layers.{n}.{a}.weight": w for a, w in zip(("query", "key", "value"), fused, strict=True)}
        for attribute, variable in LAYER.items():
            norm = f"{at}{variable}/gamma" in variables
            state[f"layers.{n}.{attribute}.weight"] = (
                variables[f"{at}{variable}/gamma"] if norm else matrix(at + variable)
            )
    network = Network(shape)
    network.load_state_dict({k: torch.from_numpy(np.array(v, np.float32)) for k, v in state.items()})
    return network


def write_model(
    network: Network,
    tokenizer: Path,
    folder: Path,
    quantization: str | None = "int8",
    vocabulary: int | None = None,
) -> None:
    """Write a CTranslate2 generator (`model.bin`, `config.json`, `vocabulary.json`) into `folder`.

    With `vocabulary`, only the first pieces of the tokenizer are registered.
    """
    from ctranslate2.converters.utils import fuse_linear
    from ctranslate2.specs.common_spec import Activation, LinearSpec
    from ctranslate2.specs.transformer_spec import TransformerDecoderModelSpec

    shape = network.shape
    # Copies: optimising the specification rounds its arrays in place.
    state = {k: v.detach().float().cpu().clone().numpy() for k, v in network.state_dict().items()}
    spec = TransformerDecoderModelSpec.from_config(
        shape.layers,
        shape.heads,
        activation=Activation.GELUTanh,
        pre_norm=True,
        ffn_glu=True,
        rms_norm=True,
        qk_norm=True,
        pre_post_layer_norm=True,
        rotary_dim=shape.head_width,
        rotary_interleave=False,
        rotary_base=LOCAL_BASE,
        num_heads_kv=1,
        head_dim=shape.head_width,
    )
    decoder = spec.decoder
    decoder.scale_embeddings = True
    decoder.start_from_zero_embedding = False
    decoder.embeddings.weight = decoder.projection.weight = state["embedding.weight"]
    _norm(decoder.layer_norm, state["norm.weight"])
    for number, layer in enumerate(decoder.layer):
        weights = {a: state[f"layers.{number}.{a}.weight"] for a in ("query", "key", "value", *LAYER)}
        layer.self_attention.rotary_base = np.float32(shape.rotary_base(number))
        parts = [LinearSpec() for _ in range(3)]
        for part, name in zip(parts, ("query", "key", "value"), strict=True):
            part.weight = weights[name]
        fuse_linear(layer.self_attention.linear[0], parts)
        for attribute, variable in LAYER.items():
            target = layer
            for step in variable.split("/"):
                name, _, index = step.rpartition("_")
                listed = name == "linear" and target is layer.self_attention
                target = target.linear[int(index)] if listed else getattr(target, step)
            if attribute.endswith("norm") or attribute.startswith(("before", "after")):
                _norm(target, weights[attribute])
            else:
                target.weight = weights[attribute]
    pieces = SentencePieceProcessor(model_file=str(tokenizer))
    spec.register_vocabulary([pieces.id_to_piece(i) for i in range(vocabulary or pieces.get_piece_size())])
    spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = "<bos>", "<eos>", "<unk>"
    spec.config.layer_norm_epsilon = EPSILON
    spec.validate()
    spec.optimize(quantization=quantization)
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


def _norm(spec: object, weight: np.ndarray) -> None:
    spec.gamma = weight  # type: ignore[attr-defined]
    spec.layer_norm_use_residual = True  # type: ignore[attr-defined]


def write_package(network: Network, tokenizer: Path, package: Path, metadata: Mapping[str, object]) -> None:
    """Write an unpacked Argos package into the folder `package`, in place of what is there."""
    shutil.rmtree(package, ignore_errors=True)
    package.mkdir(parents=True)
    write_model(network, tokenizer, package / "model")
    shutil.copyfile(tokenizer, package / "sentencepiece.model")
    (package / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n", encoding="utf-8")
