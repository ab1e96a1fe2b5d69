# SPDX-License-Identifier: Apache-2.0
"""Reads Mapbox Vector Tiles 2.1 from the specification alone, strictly: what the server writes must
be read by others."""


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def fields(data):
    """(field number, value) of a message: numbers, and bytes of what has a length."""
    at = 0
    while at < len(data):
        tag, at = varint(data, at)
        if tag & 7 == 0:
            value, at = varint(data, at)
        elif tag & 7 == 2:
            length, at = varint(data, at)
            if at + length > len(data):
                raise ValueError("a length past the end")
            value, at = bytes(data[at:at + length]), at + length
        else:
            raise ValueError(f"wire type {tag & 7}")
        yield tag >> 3, value


def numbers(data):
    at, out = 0, []
    while at < len(data):
        value, at = varint(data, at)
        out.append(value)
    return out


def geometry(commands):
    """Rings of absolute positions; a point is a ring of one."""
    rings, x, y, at = [], 0, 0, 0
    while at < len(commands):
        command, count = commands[at] & 7, commands[at] >> 3
        at += 1
        if command == 7:
            rings[-1].append(rings[-1][0])
            continue
        if command not in (1, 2) or count == 0:
            raise ValueError(f"command {command}")
        for _ in range(count):
            x += (commands[at] >> 1) ^ -(commands[at] & 1)
            y += (commands[at + 1] >> 1) ^ -(commands[at + 1] & 1)
            at += 2
            if command == 1:
                rings.append([])
            rings[-1].append((x, y))
    return rings


def value_of(data):
    (number, value), = fields(data)
    return value.decode("utf-8") if number == 1 else {5: value}[number]


def layer_of(data):
    layer = {"keys": [], "values": [], "features": []}
    raw = []
    for number, value in fields(data):
        if number == 2:
            raw.append(dict(fields(value)))
        elif number == 3:
            layer["keys"].append(value.decode("utf-8"))
        elif number == 4:
            layer["values"].append(value_of(value))
        else:
            layer[{1: "name", 5: "extent", 15: "version"}[number]] = value
    for feature in raw:
        tags = numbers(feature.get(2, b""))
        layer["features"].append({
            "type": feature[3],
            "geometry": geometry(numbers(feature[4])),
            "properties": {layer["keys"][k]: layer["values"][v]
                           for k, v in zip(tags[::2], tags[1::2])},
        })
    return layer


def read(data):
    """Layers by name."""
    layers = {}
    for number, value in fields(data):
        layer = layer_of(value)
        if number != 3 or layer["version"] != 2 or len(layer["values"]) != len(
                set(map(repr, layer["values"]))):
            raise ValueError("no layer of version 2 with each value once")
        layers[layer["name"].decode("utf-8")] = layer
    return layers
