"""The official Python SDK, 2.x: asks for the newest era first, and falls back to `initialize`, unless told not to."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import Any

import mcp_types as types
from mcp import Client, StdioServerParameters, stdio_client
from session import Now, Recorder, answer, request, run, tapped


def to_dict(message: Any) -> dict[str, Any]:
    return message.model_dump(by_alias=True, mode="json", exclude_unset=True)


def typed(result: Any, method: str, params: Any) -> Any:
    """What this client answers, as the SDK wants it."""
    answered = answer(method, params.model_dump(by_alias=True, mode="json", exclude_unset=True))
    if "error" in answered:
        return types.ErrorData.model_validate(answered["error"])
    return result.model_validate(answered["result"])


async def list_all(list_page: Any) -> None:
    """Follows a list to its last page."""
    page = await list_page()
    while page.next_cursor is not None:
        page = await list_page(cursor=page.next_cursor)


@asynccontextmanager
async def connect(plan: dict[str, Any], recorder: Recorder):
    async def roots(_: Any) -> types.ListRootsResult:
        return types.ListRootsResult.model_validate({"roots": Now.roots})

    async def sample(_: Any, params: types.CreateMessageRequestParams) -> Any:
        return typed(types.CreateMessageResult, "sampling/createMessage", params)

    async def elicit(_: Any, params: types.ElicitRequestParams) -> Any:
        return typed(types.ElicitResult, "elicitation/create", params)

    command, *args = plan["command"]
    server = StdioServerParameters(command=command, args=args, env=plan["environment"], cwd=plan["cwd"])
    client = Client(
        tapped(stdio_client(server), recorder, to_dict),
        mode="auto" if plan["newest_era"] else "legacy",
        sampling_callback=sample,
        elicitation_callback=elicit,
        list_roots_callback=roots,
        client_info=types.Implementation(name="mcpgw-interop", version="1.0.0"),
    )
    async with client:

        async def perform(step: dict[str, Any], progress: Any) -> Any:
            return await request(client, types, list_all, step, progress)

        async def cancel(_: Any) -> None:
            """This SDK tells the server by itself when a call is abandoned."""

        yield perform, cancel


if __name__ == "__main__":
    run(connect)
