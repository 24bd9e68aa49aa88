"""The official Python SDK, 1.x."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import Any

import mcp.types as types
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from session import FORM, SAMPLED, URL, Recorder, request, run, tapped


def to_dict(message: types.JSONRPCMessage) -> dict[str, Any]:
    return message.root.model_dump(by_alias=True, mode="json", exclude_unset=True)


async def list_all(list_page: Any) -> None:
    """Follows a list to its last page."""
    page = await list_page()
    while page.nextCursor is not None:
        page = await list_page(params=types.PaginatedRequestParams(cursor=page.nextCursor))


@asynccontextmanager
async def connect(plan: dict[str, Any], recorder: Recorder):
    async def roots(_: Any) -> types.ListRootsResult:
        return types.ListRootsResult.model_validate({"roots": plan["roots"]})

    async def sample(_: Any, __: Any) -> types.CreateMessageResult:
        return types.CreateMessageResult.model_validate(SAMPLED)

    async def elicit(_: Any, params: types.ElicitRequestParams) -> types.ElicitResult:
        return types.ElicitResult.model_validate(URL if params.mode == "url" else FORM)

    command, *args = plan["command"]
    server = StdioServerParameters(command=command, args=args, env=plan["environment"], cwd=plan["cwd"])
    async with (
        tapped(stdio_client(server), recorder, to_dict) as streams,
        ClientSession(
            *streams,
            sampling_callback=sample,
            elicitation_callback=elicit,
            list_roots_callback=roots,
            client_info=types.Implementation(name="mcpgw-interop", version="1.0.0"),
        ) as session,
    ):
        await session.initialize()

        async def perform(step: dict[str, Any], progress: Any) -> Any:
            return await request(session, types, list_all, step, progress)

        async def cancel(request_id: Any) -> None:
            params = types.CancelledNotificationParams(requestId=request_id, reason="changed its mind")
            await session.send_notification(types.ClientNotification(types.CancelledNotification(params=params)))

        yield perform, cancel


if __name__ == "__main__":
    run(connect)
