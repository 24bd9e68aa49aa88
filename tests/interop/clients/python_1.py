"""The official Python SDK, 1.x. It lets a server hand tasks to its client."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import Any

import mcp.types as types
from mcp import ClientSession, StdioServerParameters
from mcp.client.experimental.task_handlers import ExperimentalTaskHandlers
from mcp.client.stdio import stdio_client
from session import Now, Recorder, answer, request, run, tapped


def to_dict(message: types.JSONRPCMessage) -> dict[str, Any]:
    return message.root.model_dump(by_alias=True, mode="json", exclude_unset=True)


def typed(result: Any, method: str, params: Any) -> Any:
    """What this client answers, as the SDK wants it."""
    answered = answer(method, params.model_dump(by_alias=True, mode="json", exclude_unset=True))
    if "error" in answered:
        return types.ErrorData.model_validate(answered["error"])
    return result.model_validate(answered["result"])


async def list_all(list_page: Any) -> None:
    """Follows a list to its last page."""
    page = await list_page()
    while page.nextCursor is not None:
        page = await list_page(params=types.PaginatedRequestParams(cursor=page.nextCursor))


class Tasks:
    """Takes what a server asks as a task that is done at its first poll."""

    def __init__(self) -> None:
        self._results: dict[str, Any] = {}

    def handlers(self) -> ExperimentalTaskHandlers:
        async def sample(_: Any, params: types.CreateMessageRequestParams, __: types.TaskMetadata) -> Any:
            return self._keep(typed(types.CreateMessageResult, "sampling/createMessage", params))

        async def elicit(_: Any, params: types.ElicitRequestParams, __: types.TaskMetadata) -> Any:
            return self._keep(typed(types.ElicitResult, "elicitation/create", params))

        async def poll(_: Any, params: types.GetTaskRequestParams) -> types.GetTaskResult:
            return types.GetTaskResult.model_validate(self._status(params.taskId, "completed"))

        async def result(_: Any, params: types.GetTaskPayloadRequestParams) -> Any:
            return types.GetTaskPayloadResult.model_validate(
                self._results[params.taskId].model_dump(by_alias=True, mode="json", exclude_unset=True)
            )

        return ExperimentalTaskHandlers(
            get_task=poll, get_task_result=result, augmented_sampling=sample, augmented_elicitation=elicit
        )

    def _keep(self, result: Any) -> types.CreateTaskResult:
        task_id = f"client-task-{len(self._results) + 1}"
        self._results[task_id] = result
        return types.CreateTaskResult.model_validate({"task": self._status(task_id, "working")})

    def _status(self, task_id: str, status: str) -> dict[str, Any]:
        at = "2026-01-01T00:00:00Z"
        times = {"createdAt": at, "lastUpdatedAt": at}
        return {"taskId": task_id, "status": status, "ttl": 60_000, "pollInterval": 10, **times}


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
    async with (
        tapped(stdio_client(server), recorder, to_dict) as streams,
        ClientSession(
            *streams,
            sampling_callback=sample,
            elicitation_callback=elicit,
            list_roots_callback=roots,
            experimental_task_handlers=Tasks().handlers(),
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
