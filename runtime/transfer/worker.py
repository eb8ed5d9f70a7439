"""The limited process: turns one uploaded file into files of rows, one per sheet, and says what it found.

Run as `python -m runtime.transfer.worker SOURCE FOLDER`. It has little memory, little time, no network
to use and no secrets in its environment; whatever goes wrong here harms nothing else.
"""

import resource
import sys
from pathlib import Path

import orjson

from runtime.transfer import limits
from runtime.transfer.archive import check_archive
from runtime.transfer.cells import ERROR, Cell, Fault, to_json
from runtime.transfer.delimited import open_delimited, records
from runtime.transfer.refusal import Refused
from runtime.transfer.workbook import OpenSheet, open_workbook

RESULT = "sheets.json"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def main(source: str, folder: str) -> None:
    """Read the source below the limits and write what it holds, or why it is refused."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.PROCESSOR_SECONDS, limits.PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    target = Path(folder)
    try:
        result = convert(Path(source), target)
    except Refused as refused:
        result = {"code": refused.issue.code, "params": dict(refused.issue.params)}
    except MemoryError:
        result = {"code": "transfer.file.memory", "params": {}}
    (target / RESULT).write_bytes(orjson.dumps(result))


def convert(source: Path, folder: Path) -> dict[str, object]:
    """Write one file of rows per sheet; return what is known of the sheets."""
    with source.open("rb") as file:
        head = file.read(8)
    if not head:
        raise Refused("transfer.file.empty")
    if head.startswith(b"PK"):
        check_archive(source)
    elif head != _OLE:
        return _convert_text(source, folder)
    sheets = [_write(folder, number, sheet) for number, sheet in enumerate(open_workbook(source))]
    return {"encoding": None, "delimiter": None, "sheets": sheets}


def _convert_text(source: Path, folder: Path) -> dict[str, object]:
    text = open_delimited(source)
    sheet = _write(folder, 0, OpenSheet("", False, (), records(text)))
    return {"encoding": text.encoding, "delimiter": text.delimiter, "sheets": [sheet]}


def _write(folder: Path, number: int, sheet: OpenSheet) -> dict[str, object]:
    rows = columns = filled = 0
    with (folder / f"{number}.jsonl").open("wb") as file:
        for row in sheet.rows:
            rows += 1
            columns = max(columns, len(row))
            filled += sum(1 for cell in row if cell is not None and not _is_error(cell))
            file.write(orjson.dumps([to_json(cell) for cell in row], option=orjson.OPT_APPEND_NEWLINE))
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "rows": rows,
        "columns": columns,
        "filled": filled,
        "merged": sheet.merged,
    }


def _is_error(cell: Cell) -> bool:
    return isinstance(cell, Fault) and cell.code == ERROR


if __name__ == "__main__":
    main(*sys.argv[1:3])
