"""Checks an AppealDesk workspace with nothing of AppealDesk: python3 verify_workspace.py <folder>.

Recomputes both hash chains from the rows, hashes every vault file and every exported file, and prints what is wrong,
one line each. Exit code 1 where anything is.
"""
import hashlib
import json
import pathlib
import sqlite3
import sys

START = "0" * 64
JOURNAL = ["sequence", "at", "zone", "operator_id", "act", "case_id", "rows", "permanent", "undoes", "payload_hash"]
CUSTODY = ["sequence", "at", "zone", "operator_id", "item_id", "act", "sha256", "detail_json"]


def sha256_of_text(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def sha256_of_file(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def chain(connection, table, fields):
    previous, expected = START, 1
    for row in connection.execute(f"SELECT * FROM {table} ORDER BY sequence"):
        text = json.dumps({name: row[name] for name in fields}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        if row["sequence"] != expected:
            yield f"{table}: {expected} is missing"
        if row["previous_hash"] != previous or row["hash"] != sha256_of_text(f"{previous}\n{text}"):
            yield f"{table}: {row['sequence']} breaks the chain"
        previous, expected = row["hash"], row["sequence"] + 1
    if expected == 1:
        yield f"{table}: is empty"


def payloads(connection):
    for entry in connection.execute("SELECT sequence, payload_hash FROM journal ORDER BY sequence"):
        parts = connection.execute(
            "SELECT payload_json FROM journal_payloads WHERE sequence = ? ORDER BY part", (entry["sequence"],)
        ).fetchall()
        text = "".join(part["payload_json"] for part in parts)
        if not parts or sha256_of_text(text) != entry["payload_hash"]:
            yield f"journal: {entry['sequence']} has another payload"


def vault(connection, folder):
    named = {row["sha256"]: row["size"] for row in connection.execute("SELECT sha256, size FROM blobs")}
    files = {path.name: path for path in (folder / "vault").glob("*/*/*")}
    for name, size in named.items():
        path = files.get(name)
        if path is None:
            yield f"vault: {name} is missing"
        elif path.parts[-3:-1] != (name[:2], name[2:4]) or path.stat().st_size != size or sha256_of_file(path) != name:
            yield f"vault: {name} is not what its name says"
    for name in files.keys() - named.keys():
        yield f"vault: {name} is in no list"


def packets(connection, folder):
    query = "SELECT folder, path, packet_files.sha256 FROM packet_files JOIN packets ON packets.id = packet_id"
    for row in connection.execute(query):
        path = folder / "exports" / row["folder"] / row["path"]
        if not path.is_file() or sha256_of_file(path) != row["sha256"]:
            yield f"packet: {row['folder']}/{row['path']} is not what was frozen"


def main():
    folder = pathlib.Path(sys.argv[1])
    connection = sqlite3.connect(folder / "appealdesk.sqlite3")
    connection.row_factory = sqlite3.Row
    problems = [
        *chain(connection, "journal", JOURNAL),
        *chain(connection, "custody_events", CUSTODY),
        *payloads(connection),
        *vault(connection, folder),
        *packets(connection, folder),
    ]
    print("\n".join(problems) if problems else "sound")
    sys.exit(1 if problems else 0)


main()
