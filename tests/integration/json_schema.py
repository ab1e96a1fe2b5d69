# SPDX-License-Identifier: Apache-2.0
"""Checks values against the part of JSON Schema (2020-12) that the API's description uses."""

import re

KNOWN = {
    "$ref",
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "enum",
    "const",
    "oneOf",
    "allOf",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "pattern",
    "minLength",
    "maxItems",
    "description",
    "examples",
    "example",
    "default",
    "format",
}
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
}


def has_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


class Checker:
    def __init__(self, description):
        self.description = description

    def resolve(self, schema):
        while "$ref" in schema:
            target = self.description
            for part in schema["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            schema = target
        return schema

    def faults(self, value, schema, place="$"):
        """Sentences about what is wrong; empty when all is well."""
        schema = self.resolve(schema)
        unknown = set(schema) - KNOWN
        if unknown:
            return [f"{place}: the checker does not know {unknown}"]
        found = self.simple_faults(value, schema, place)
        for part in schema.get("allOf", []):
            found += self.faults(value, part, place)
        if "oneOf" in schema:
            fitting = sum(not self.faults(value, part, place) for part in schema["oneOf"])
            if fitting != 1:
                found.append(f"{place}: {fitting} of oneOf fit {value!r}")
        if isinstance(value, dict):
            found += self.object_faults(value, schema, place)
        if isinstance(value, list):
            for i, item in enumerate(value):
                found += self.faults(item, schema.get("items", {}), f"{place}[{i}]")
            if len(value) > schema.get("maxItems", len(value)):
                found.append(f"{place}: {len(value)} items")
        return found

    def simple_faults(self, value, schema, place):
        found = []
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        if types and not any(has_type(value, name) for name in types):
            found.append(f"{place}: {value!r} is not {types}")
        if "enum" in schema and value not in schema["enum"]:
            found.append(f"{place}: {value!r} is not one of {schema['enum']}")
        if "const" in schema and value != schema["const"]:
            found.append(f"{place}: {value!r} is not {schema['const']!r}")
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            if value < schema.get("minimum", value) or value > schema.get("maximum", value):
                found.append(f"{place}: {value} is out of bounds")
            if value <= schema.get("exclusiveMinimum", value - 1):
                found.append(f"{place}: {value} is too small")
        if isinstance(value, str):
            if "pattern" in schema and not re.search(schema["pattern"], value):
                found.append(f"{place}: {value!r} does not match {schema['pattern']}")
            if len(value) < schema.get("minLength", 0):
                found.append(f"{place}: {value!r} is too short")
        return found

    def object_faults(self, value, schema, place):
        found = [f"{place}: no {name}" for name in schema.get("required", []) if name not in value]
        properties = schema.get("properties", {})
        more = schema.get("additionalProperties", True)
        for name, item in value.items():
            if name in properties:
                found += self.faults(item, properties[name], f"{place}.{name}")
            elif more is False:
                found.append(f"{place}: {name} is not described")
            elif isinstance(more, dict):
                found += self.faults(item, more, f"{place}.{name}")
        return found
