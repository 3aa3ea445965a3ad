"""The compatibility suite of the official Python SDK: runs programs against a server, prints one JSON line for each."""

import argparse
import asyncio
import json
import logging
import os
import time
from pathlib import Path

from temporalio.client import Client
from temporalio.service import TLSConfig

from program import FEATURES, Program
import programs  # noqa: F401  (its modules register their features)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--address", default="127.0.0.1:7233")
    parser.add_argument("--namespace", default="default")
    parser.add_argument("--only", default="", help="names of programs, separated by commas")
    parser.add_argument("--concurrency", type=int, default=8)
    parser.add_argument("--limit-seconds", type=float, default=60)
    parser.add_argument("--ca", type=Path, help="turns TLS on")
    parser.add_argument("--cert", type=Path)
    parser.add_argument("--key", type=Path)
    parser.add_argument("--api-key-file", type=Path)
    return parser.parse_args()


def connection_of(chosen: argparse.Namespace) -> dict:
    tls = chosen.ca and TLSConfig(
        server_root_ca_cert=chosen.ca.read_bytes(),
        client_cert=chosen.cert and chosen.cert.read_bytes(),
        client_private_key=chosen.key and chosen.key.read_bytes(),
    )
    key = chosen.api_key_file and chosen.api_key_file.read_text().strip()
    return {"target_host": chosen.address, "namespace": chosen.namespace, "tls": tls or False, "api_key": key}


async def run_program(name: str, connection: dict, client: Client, limit: float) -> dict:
    started_at = time.monotonic()
    program = Program(name, client, connection)
    error = ""
    try:
        await asyncio.wait_for(FEATURES[name](program), limit)
    except asyncio.TimeoutError:
        error = f"it takes longer than {limit} s{program.waits_for and ', waiting for ' + program.waits_for}"
    except Exception as failure:
        error = described(failure)
    return {"name": name, "ok": error == "", "error": error, "ms": round((time.monotonic() - started_at) * 1000)}


def described(failure: BaseException) -> str:
    frames, at = [], failure.__traceback__
    while at is not None:
        path = Path(at.tb_frame.f_code.co_filename)
        if path.is_relative_to(Path(__file__).parent):
            frames.append(f"{path.name}:{at.tb_lineno}")
        at = at.tb_next
    causes, cause = [], failure
    while cause is not None:
        causes.append(f"{type(cause).__name__}: {cause}")
        cause = cause.__cause__
    return " < ".join(causes) + "\n at " + " ".join(reversed(frames))


async def main() -> None:
    # Programs fail workflows on purpose: what the SDK logs about it would drown the report.
    logging.disable(logging.CRITICAL)
    chosen = arguments()
    only = [name for name in chosen.only.split(",") if name]
    connection = connection_of(chosen)
    client = await Client.connect(**connection)
    slots = asyncio.Semaphore(chosen.concurrency)

    async def one(name: str) -> None:
        async with slots:
            line = await run_program(name, connection, client, chosen.limit_seconds)
            print(json.dumps(line), flush=True)

    await asyncio.gather(*(one(name) for name in only or FEATURES))


if __name__ == "__main__":
    asyncio.run(main())
    # Everything is told. The SDK's own threads can crash an interpreter that takes itself down under them.
    os._exit(0)
