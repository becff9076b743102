"""Mutation testing of what the promise hangs on: one small mistake at a time, and whether a test notices.

.venv/bin/python -m benchmarks.mutants                      # outcomes, limiter, breaker and outbox: about ten minutes
.venv/bin/python -m benchmarks.mutants outcomes --show

Mutants run in forks of one process that has imported everything but ours, so that one costs a second and not five.
Comparisons, arithmetic, logic, conditions, constants, texts, and whole statements are changed; docstrings, annotations
and logging are not. A mutant that makes the tests run far longer than they should counts as noticed.
"""

import argparse
import ast
import copy
import importlib.machinery
import io
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60  # seconds
PROGRESS = 25  # mutants
_LIMITER = ["tests/delivery/test_delivery_limiter.py", "tests/delivery/test_delivery_limiter_borders.py"]
TARGETS = {
    "outcomes": ("bot/delivery/outcomes.py", ["tests/delivery/test_delivery_outcomes.py"]),
    "limiter": ("bot/delivery/limiter.py", [*_LIMITER, "tests/delivery/test_delivery_breaker.py"]),
    "breaker": ("bot/delivery/breaker.py", ["tests/delivery/test_delivery_breaker.py", *_LIMITER]),
    "outbox": (
        "storage/outbox.py",
        [
            "tests/storage/test_storage_outbox.py",
            "tests/storage/test_storage_outbox_rows.py",
            "tests/storage/test_storage_outbox_walks.py",
        ],
    ),
}
SWAPS: dict[type, tuple[type, ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.Mod: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.LShift: (ast.RShift,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, str, int]]:
    """Every node that is mutated, with the field and position in its parent that hold it."""
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if name in {"annotation", "returns", "decorator_list"} or (name == "ctx"):
                continue
            for at, child in enumerate(value if isinstance(value, list) else [value]):
                if isinstance(child, ast.AST):
                    yield parent, name, at if isinstance(value, list) else -1


def wrong(node: ast.AST, parent: ast.AST) -> Iterator[ast.AST | None]:  # noqa: C901, PLR0912 - a table
    """The mistakes that can be made of one node; None: it is left out."""
    match node:
        case ast.Compare(ops=[op]):
            for other in SWAPS.get(type(op), ()):
                yield ast.Compare(node.left, [other()], node.comparators)
        case ast.BinOp(op=op):
            for other in SWAPS.get(type(op), ()):
                yield ast.BinOp(node.left, other(), node.right)
        case ast.AugAssign(op=op):
            for other in SWAPS.get(type(op), ()):
                yield ast.AugAssign(node.target, other(), node.value)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(SWAPS[type(op)][0](), values)
            for left_out in range(len(values)):
                rest = [value for at, value in enumerate(values) if at != left_out]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.UnaryOp(op=ast.USub()):
            yield node.operand
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.If():
            yield ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            yield ast.Constant(node.value + 1)
        case ast.Constant(value=str()) if node.value and not isinstance(parent, ast.Expr):
            yield ast.Constant("")
        case ast.Expr(value=ast.Call()):
            yield None
        case ast.Call(func=ast.Name(id="min")):
            yield ast.Call(ast.Name("max", ast.Load()), node.args, node.keywords)
        case ast.Call(func=ast.Name(id="max")):
            yield ast.Call(ast.Name("min", ast.Load()), node.args, node.keywords)
        case ast.Return(value=ast.expr()):
            yield ast.Return(ast.Constant(None))


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Line, what was done, and the mutated source; the same source twice is one mutant."""
    seen = {ast.unparse(ast.parse(source))}
    total = sum(1 for _ in places(ast.parse(source)))
    for number in range(total):
        tree = ast.parse(source)
        parent, name, at = list(places(tree))[number]
        if isinstance(parent, (ast.JoinedStr, ast.FormattedValue)):
            continue  # words for a log or an error
        held = getattr(parent, name)
        node = held[at] if at >= 0 else held
        before = ast.unparse(node)[:60]
        for mistake in wrong(copy.deepcopy(node), parent):
            changed = ast.Pass() if mistake is None else mistake
            if at >= 0:
                held[at] = changed
            else:
                setattr(parent, name, changed)
            with suppress(ValueError, AttributeError):
                text = ast.unparse(ast.fix_missing_locations(tree))
                if text not in seen:
                    seen.add(text)
                    yield getattr(node, "lineno", 0), f"{before} -> {ast.unparse(changed)[:60]}", text
            if at >= 0:
                held[at] = node
            else:
                setattr(parent, name, node)


def noticed(path: str, text: str, tests: list[str]) -> bool:
    """Whether the tests fail in a fork in which the module reads so."""
    child = os.fork()
    if child == 0:
        os._exit(_tested(path, text, tests))
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) != 0
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _tested(path: str, text: str, tests: list[str]) -> int:
    import pytest

    whole, real = str(ROOT / path), importlib.machinery.SourceFileLoader.get_code

    def get_code(loader: importlib.machinery.SourceFileLoader, name: str) -> object:
        # Not through the cache of compiled modules.
        return compile(text, whole, "exec") if loader.path == whole else real(loader, name)

    importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
    options = ["-x", "-q", "--tb=no", "-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cov"]
    words = io.StringIO()
    with redirect_stdout(words), redirect_stderr(words):
        try:
            return int(pytest.main([*options, f"--rootdir={ROOT}", *[str(ROOT / test) for test in tests]]))
        except BaseException:
            return 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", default=list(TARGETS))
    parser.add_argument("--show", action="store_true", help="print each mutant that nobody noticed")
    parser.add_argument("--part", default="0/1", help="every n-th mutant only, such as 0/2")
    options = parser.parse_args()
    part, parts = map(int, options.part.split("/"))
    sys.path.insert(0, str(ROOT))
    import aiohttp  # noqa: F401 - what a fork need not import again
    import pytest  # noqa: F401 - likewise
    import regex  # noqa: F401 - likewise
    import sqlite_utils  # noqa: F401 - likewise
    import structlog  # noqa: F401 - likewise
    import telegram.ext  # noqa: F401 - likewise

    print("| module | mutants | noticed | share |\n|---|---|---|---|", flush=True)
    for name in options.names:
        path, tests = TARGETS[name]
        source = (ROOT / path).read_text("utf-8")
        if noticed(path, source, tests):
            sys.exit(f"{name}: the tests fail without any mistake")
        found = [one for at, one in enumerate(mutants(source)) if at % parts == part]
        killed = 0
        for number, (line, what, text) in enumerate(found, 1):
            if noticed(path, text, tests):
                killed += 1
            elif options.show:
                print(f"  {path}:{line}: {what}", flush=True)
            if number % PROGRESS == 0:
                print(f"{name}: {number} of {len(found)}, {killed} noticed", file=sys.stderr, flush=True)
        print(f"| {name} | {len(found)} | {killed} | {killed / len(found):.1%} |", flush=True)


if __name__ == "__main__":
    main()
