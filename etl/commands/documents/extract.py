"""Read documents and list every quantified statement in them as a candidate row, with the words that carry it.

Reads TXT, saved HTML pages, DOCX and PDF with a text layer. Without --out the candidates go to the screen as CSV; with
it, DIR/<name>.candidates.csv holds all of them and DIR/<name>/ those with an indicator, in the package's own shape.
"""

import argparse
import csv
import re
import sys
from pathlib import Path

from etl import documents, options, words
from etl.breach import UnreadableDocument
from etl.documents import candidates, rows

SOME_UNREAD = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a document")
    parser.add_argument("--region", metavar="CODE", help="GB/T 2260 code of the region it is about (six digits)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write there instead of to the screen")
    options.add_data(parser)


def run(arguments: argparse.Namespace) -> int:
    say = words.catalogue(arguments.lang)
    catalogue = documents.load_catalogue(arguments.data)
    status = 0
    screen = csv.DictWriter(sys.stdout, candidates.COLUMNS, lineterminator="\n")
    if arguments.out is None:
        screen.writeheader()
    for file in arguments.files:
        try:
            document = documents.read(file)
            statements = documents.find(document, catalogue, arguments.region)
        except UnreadableDocument as fault:
            print(words.describe_document(fault, say), file=sys.stderr)
            status = SOME_UNREAD
            continue
        if notice := documents.notice(document, statements, arguments.lang):
            print(f"{file}: {notice}", file=sys.stderr)
        listed = candidates.rows(document, statements)
        if arguments.out is None:
            screen.writerows(listed)
        else:
            _write(arguments, file, statements, listed, catalogue)
        print(say("%s: %d statements found.") % (file, len(statements)), file=sys.stderr)
    return status


def _write(
    arguments: argparse.Namespace, file: Path, statements: list, listed: list[dict], catalogue: documents.Catalogue
) -> None:
    say = words.catalogue(arguments.lang)
    arguments.out.mkdir(parents=True, exist_ok=True)
    table = arguments.out / f"{file.stem}.candidates.csv"
    table.write_text(rows.table_text(listed, candidates.COLUMNS), encoding="utf-8")
    name = re.sub(r"[^a-z0-9_-]+", "-", file.stem.lower()).strip("-_") or "document"
    found = documents.to_rows(statements, catalogue, name, f"{name}-{arguments.region or 'plan'}")
    written = [table, *rows.write(found, arguments.out / file.stem, arguments.data)]
    for path in written:
        print(say("Wrote %s.") % path)
    for statement, reason in found.left_out:
        print(f"  {statement.phrase}: {say(words.ROW_REFUSALS[reason])}", file=sys.stderr)
