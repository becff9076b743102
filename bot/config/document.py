"""A YAML document as plain values, each with the line and column where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from ruamel.yaml import YAML, MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.error import MarkedYAMLError, YAMLError

#: A pack of a thousand outlets holds 20,000 values; aliases of aliases can write billions.
MOST_VALUES: Final = 200_000

Path = tuple[str | int, ...]
Place = tuple[int, int]  # line and column, both from 1

# The parser's words for the commonest slips, in ours.
_SLIPS: Final = {
    "mapping values are not allowed here": "a colon too many, or a line set too far in; put the value in quotes",
    "found character '\\t' that cannot start any token": "a tab; write spaces",
    "could not find expected ':'": "a key without its colon; write key: value",
    "expected the node content, but found '<stream end>'": "the text ends too early; close the bracket",
    "found unexpected end of stream": "the text ends too early; close the quotes",
}


@dataclass
class Document:
    """The values of a YAML text, where they stand, and what is wrong with the text as YAML."""

    value: Any = None
    keys: dict[Path, Place] = field(default_factory=dict)  # where a key is written
    values: dict[Path, Place] = field(default_factory=dict)  # where its value begins
    problems: list[tuple[Place, str]] = field(default_factory=list)

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Return where `path` is written, or the nearest thing around it that is."""
        if of_key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (1, 1))


def read_document(text: str) -> Document:
    """Read a YAML text whole; a text that is no YAML yields no value and one problem."""
    document = Document()
    reader = YAML(typ="safe", pure=True)
    try:
        root = reader.compose(text)
        if root is not None:
            document.value = _Walk(reader, document).plain(root, (), ())
    except _TooMany:
        document.value = None
        document.problems.append(
            ((1, 1), f"not YAML: more than {MOST_VALUES:,} values; write fewer, or no aliases of aliases")
        )
    except RecursionError:
        document.problems.append(((1, 1), "not YAML: nested deeper than any settings are; write less of it"))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        words = str(error.problem or error.context)
        document.problems.append((place, f"not YAML: {_SLIPS.get(words, words)}"))
    except YAMLError as error:  # a control character: known by its offset only
        offset = getattr(error, "position", 0)
        before = text[:offset]
        place = (before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
        document.problems.append((place, "not YAML: a character that may not stand here; remove it"))
    return document


class _TooMany(Exception):  # noqa: N818 - it describes the text
    """A text whose aliases stand for more than any settings are."""


class _Walk:
    """One pass over the node tree: values, places, doubled keys."""

    def __init__(self, reader: YAML, document: Document) -> None:
        self._scalar = reader.constructor.construct_object
        self._document = document

    def plain(self, node: Node, path: Path, above: tuple[Node, ...]) -> Any:
        """Turn a node into plain values, noting where each part stands."""
        self._document.values[path] = _place(node)
        if len(self._document.values) > MOST_VALUES:
            raise _TooMany
        if any(node is outer for outer in above):
            self._document.problems.append((_place(node), "not YAML: an alias of itself; write the value"))
            return None
        inside = (*above, node)
        if isinstance(node, MappingNode):
            return {key: self.plain(value, (*path, key), inside) for key, value in self._pairs(node, path)}
        if isinstance(node, SequenceNode):
            return [self.plain(value, (*path, index), inside) for index, value in enumerate(node.value)]
        assert isinstance(node, ScalarNode)
        try:
            return self._scalar(node)
        except (ValueError, OverflowError) as error:
            words = "a number too long" if str(node.tag).endswith(":int") else str(error)
            self._document.problems.append((_place(node), f"not YAML: {words}; put the value in quotes"))
            return node.value

    def _pairs(self, node: MappingNode, path: Path) -> Iterator[tuple[str, Node]]:
        seen: dict[str, Place] = {}
        for key_node, value in node.value:
            place, key = _place(key_node), _name(key_node)
            if key in seen:
                line, column = seen[key]
                message = f"{dotted((*path, key))}: written twice, first at {line}:{column}; keep one"
                self._document.problems.append((place, message))
                continue
            seen[key] = place
            self._document.keys[(*path, key)] = place
            yield key, value


def _place(node: Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _name(node: Node) -> str:
    return str(node.value) if isinstance(node, ScalarNode) else "a key that is no text"


def dotted(path: Path) -> str:
    """Write a path as a person names it: inside a feed, from the feed on; list positions left to the column."""
    named = path[2:] if path[:1] == ("feeds",) and len(path) > 2 else path
    return ".".join(part for part in named if isinstance(part, str) and part != "[key]")
