"""The engine opens, waits for and asks nothing: no files, clock, chance, environment or network."""

import ast

from tests.architecture.sources import dotted, modules

CALLS = {
    "open", "input", "print", "exec", "eval", "time.time", "time.monotonic", "time.sleep", "datetime.now",
    "datetime.utcnow", "datetime.today", "date.today", "datetime.datetime.now", "uuid.uuid1", "uuid.uuid4", "os.getenv",
}  # fmt: skip
IMPORTS = {
    "os",
    "random",
    "secrets",
    "time",
    "asyncio",
    "threading",
    "socket",
    "tempfile",
    "shutil",
    "subprocess",
    "logging",
}
READS = {"read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob"}

# Packaged files, read once when the module is imported, and the one place that compiles generated code.
ALLOWED = {
    ("engine/metadata/schema_files.py", "read_text"),
    ("engine/metadata/schema_files.py", "rglob"),
    ("engine/metadata/schema_files.py", "iterdir"),
    ("engine/text/catalog.py", "read_text"),
    ("engine/text/catalog.py", "iterdir"),
    ("engine/expressions/parse.py", "read_text"),
    ("engine/expressions/generate.py", "exec"),
}


def test_the_engine_does_not_reach_outside():
    found = {
        (path, name)
        for path, tree in modules("engine")
        for node in ast.walk(tree)
        if (name := forbidden(node)) and (path, name) not in ALLOWED
    }

    assert not found, "hand the value in as an argument, or do it in runtime/"


def forbidden(node: ast.AST) -> str:
    match node:
        case ast.Call(func=function):
            name = dotted(function)
            method = name.rpartition(".")[2] if name else getattr(function, "attr", "")
            return name if name in CALLS else method if method in READS else ""
        case ast.Import(names=names):
            return next((each.name for each in names if each.name.split(".")[0] in IMPORTS), "")
        case ast.ImportFrom(module=str(module)):
            return module if module.split(".")[0] in IMPORTS else ""
        case ast.Attribute():
            return "os.environ" if dotted(node) == "os.environ" else ""
    return ""


def test_the_rule_finds_what_it_forbids():
    for text, name in [("open('x')", "open"), ("datetime.now(UTC)", "datetime.now"), ("import random", "random"),
                       ("from time import sleep", "time"), ("Path('x').read_text()", "read_text")]:  # fmt: skip
        assert name in {forbidden(node) for node in ast.walk(ast.parse(text))}
