"""Databases as the legacy service leaves them behind."""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import sqlite3
from pathlib import Path


def bcrypt_hash(password: str) -> str:
    """A bcrypt hash of little cost, made by the system's libcrypt."""
    library = ctypes.CDLL(ctypes.util.find_library("crypt"))
    library.crypt.restype = ctypes.c_char_p
    return library.crypt(password.encode(), b"$2b$04$abcdefghijklmnopqrstuu").decode()


def make_requests(path: Path, users: list[tuple], history: list[tuple]) -> Path:
    """`requests.db`: users (username, email, password, role) and history (user's number, operation, input, result,
    timestamp)."""
    with sqlite3.connect(path) as database:
        database.executescript(
            """
            CREATE TABLE users (
                id INTEGER PRIMARY KEY, username VARCHAR UNIQUE, email VARCHAR, hashed_password VARCHAR, role VARCHAR
            );
            CREATE TABLE requests (
                id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id), operation VARCHAR, input_data VARCHAR,
                result VARCHAR, timestamp DATETIME
            );
            """
        )
        database.executemany(
            "INSERT INTO users (username, email, hashed_password, role) VALUES (?, ?, ?, ?)",
            [(name, email, bcrypt_hash(password), role) for name, email, password, role in users],
        )
        database.executemany(
            "INSERT INTO requests (user_id, operation, input_data, result, timestamp) VALUES (?, ?, ?, ?, ?)", history
        )
    return path


def message(event: str, input, result, user: str, time: float) -> str:
    return json.dumps({"event": event, "input": input, "result": result, "user": user, "cached": False, "time": time})


def make_events(path: Path, messages: list[str]) -> Path:
    """`events.db` with the consumer's one table."""
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE kafka_logs (id INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT, message TEXT)")
        database.executemany("INSERT INTO kafka_logs (topic, message) VALUES ('logs', ?)", [(m,) for m in messages])
    return path
