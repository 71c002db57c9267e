"""A trained tagger in one ONNX file: written after teaching, opened for reading."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from servanda.desk.network import WIDTH, Network
from servanda.reading.tagging.choose import Chooser
from servanda.reading.tagging.features import BITS

FORMAT = "servanda-tagger-1"
"""Which features and options a file was taught with; a change of either is another format."""
_OPSET, _IR = 17, 9


class TaggerError(ValueError):
    """A tagger that cannot be used, with the reason in words."""


class TaggerMissingError(RuntimeError):
    """What runs or writes ONNX is not installed."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A tagger with the digest of its file, under which accounts made with it are kept."""

    chooser: Chooser
    digest: str


def can_write(path: str) -> None:
    """Whether a tagger could be written, asked before minutes of teaching. Raises as `write_tagger` does."""
    if find_spec("onnx") is None:
        raise TaggerMissingError("writing a tagger needs onnx, which is not installed.")
    if not Path(path).parent.is_dir() or Path(path).is_dir():
        raise TaggerError(f"{path} cannot be written: there is no such folder, or it is one.")


def write_tagger(network: Network, least: float, path: str) -> None:
    """Write a network with the share from which on it is believed. Raises `TaggerMissingError` or `TaggerError`."""
    try:
        import numpy as np  # noqa: PLC0415 - only teaching needs it here
        from onnx import TensorProto, helper, numpy_helper, save  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise TaggerMissingError(f"writing a tagger needs onnx ({error}).") from error
    blank = np.zeros((1, 1 + WIDTH), np.float32)
    held: dict[str, Any] = {
        "table": np.concatenate([network.table, blank]).astype(np.float32),
        "weights": network.weights, "offsets": network.offsets, "one": np.array([1], np.int64),
        "zero": np.array([0], np.int64), "end": np.array([1 + WIDTH], np.int64),
    }  # fmt: skip
    steps = (
        ("Gather", ["table", "numbers"], "rows"), ("ReduceSum", ["rows", "one"], "summed"),
        ("Slice", ["summed", "zero", "one", "one"], "own"), ("Slice", ["summed", "one", "end", "one"], "hidden"),
        ("Gather", ["offsets", "asks"], "offset"), ("Add", ["hidden", "offset"], "raised"),
        ("Relu", ["raised"], "active"), ("Gather", ["weights", "asks"], "weight"),
        ("Mul", ["active", "weight"], "weighed"), ("ReduceSum", ["weighed", "one"], "together"),
        ("Add", ["own", "together"], "scores"),
    )  # fmt: skip
    nodes = [helper.make_node(kind, given, [made]) for kind, given, made in steps]
    for node in nodes:
        if node.op_type == "ReduceSum":
            node.attribute.append(helper.make_attribute("keepdims", int(node.output[0] == "together")))
    graph = helper.make_graph(
        nodes, "tagger",
        [
            helper.make_tensor_value_info("numbers", TensorProto.INT64, ["row", "feature"]),
            helper.make_tensor_value_info("asks", TensorProto.INT64, ["row"]),
        ],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["row", 1])],
        [numpy_helper.from_array(value, name) for name, value in held.items()],
    )  # fmt: skip
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
    told = model.metadata_props.add()
    told.key, told.value = "servanda", json.dumps({"format": FORMAT, "least": least})
    try:
        save(model, path)
    except OSError as error:
        raise TaggerError(f"{path} cannot be written: {error.strerror or error}.") from error


@cache
def open_tagger(path: str) -> Opened:
    """Open a tagger. Raises `TaggerMissingError` where no runtime is installed, `TaggerError` for any other file."""
    try:
        import numpy as np  # noqa: PLC0415 - takes time, and most commands read nothing
        import onnxruntime  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise TaggerMissingError(f"a tagger needs onnxruntime ({error}).") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # articles are read side by side instead
    options.log_severity_level = 4
    try:
        data = Path(path).read_bytes()
        session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        told = json.loads(session.get_modelmeta().custom_metadata_map.get("servanda", "{}"))
    except OSError as error:
        raise TaggerError(f"The tagger {path} cannot be read: {error.strerror or error}.") from error
    except Exception as error:  # the runtime's own errors share no base class but this
        raise TaggerError(f"{path} is no tagger: it cannot be opened as ONNX.") from error
    if told.get("format") != FORMAT:
        raise TaggerError(f"{path} is no tagger of this version. Teach one: servanda read train --polnear DIR -o FILE")
    return Opened(Chooser(_scorer(np, session), float(told["least"])), hashlib.sha256(data).hexdigest())


def _scorer(np: Any, session: Any) -> Any:
    def _score(rows: Sequence[Sequence[int]], asks: Sequence[int]) -> Sequence[float]:
        width = max(map(len, rows))
        numbers = np.full((len(rows), width), 1 << BITS, np.int64)
        for place, row in enumerate(rows):
            numbers[place, : len(row)] = row
        made = session.run(["scores"], {"numbers": numbers, "asks": np.asarray(asks, np.int64)})
        return [float(one) for one in made[0][:, 0]]

    return _score
