"""One scripted session of a Python SDK client: reads a plan on stdin, writes what happened to stdout, as JSON.

The SDK makes the calls and judges the answers; what is written down are the messages as they came off its transport,
before a model could drop or default anything. `README.md` beside this folder has both shapes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import anyio

NOTIFICATION_DEADLINE = 10
"""How long a step may wait for the notification that it names, in seconds."""


class Now:
    """The step in progress, and what lasts beyond it."""

    answer: dict[str, Any] | None = None
    roots: list[dict[str, Any]] = []
    saved: dict[str, str] = {}


def answer(method: str, params: dict[str, Any]) -> dict[str, Any]:
    """`{"result"}` or `{"error"}` to a server's request: always the same to the same question, unless the step says otherwise."""
    return Now.answer or {"result": sampled(params) if method == "sampling/createMessage" else elicited(params)}


def sampled(params: dict[str, Any]) -> dict[str, Any]:
    texts = ",".join(message["content"]["text"] for message in params["messages"])
    return {
        "model": "interop-model",
        "role": "assistant",
        "stopReason": "endTurn",
        "content": {"type": "text", "text": f"An answer to: {texts}"},
    }


def elicited(params: dict[str, Any]) -> dict[str, Any]:
    if params.get("mode") == "url":
        return {"action": "accept"}
    choice = params["requestedSchema"]["properties"].get("interpretation")
    content = {"interpretation": choice["oneOf"][0]["const"]} if choice else None
    return {"action": "accept", "content": content or {"name": "Interop", "check": True, "integer": 7, "number": 2.5}}


class Bare:
    """A message that the SDK sends as it is."""

    name_param = None

    def __init__(self, method: str, params: dict[str, Any] | None) -> None:
        self._message = {"method": method} if params is None else {"method": method, "params": params}

    def model_dump(self, **_: Any) -> dict[str, Any]:
        return dict(self._message)


class Anything:
    """A result type that takes every result."""

    @staticmethod
    def model_validate(result: Any, **_: Any) -> Any:
        return result


class Cancelled(Exception):
    """The step asked to be cancelled, and was."""


class Recorder:
    """Keeps every received message in order, each told apart by whether it belongs to the step in progress."""

    def __init__(self) -> None:
        self._requests: dict[Any, dict[str, Any]] = {}
        self._step = -1
        self._changed = anyio.Event()
        self._sent: Counter[str] = Counter()
        self.frames: list[dict[str, Any]] = []
        self.earlier: list[dict[str, Any]] = []
        self.newest: Any = None

    def begin(self) -> None:
        self._step += 1
        self._sent.clear()
        self.earlier += self.frames
        self.frames = []

    def sent(self, message: dict[str, Any]) -> None:
        if "method" in message and "id" in message:
            meta = (message.get("params") or {}).get("_meta") or {}
            self._requests[message["id"]] = {
                "method": message["method"],
                "step": self._step,
                "ordinal": self._sent[message["method"]],
                "token": meta.get("progressToken"),
            }
            self._sent[message["method"]] += 1
            self.newest = message["id"]

    def received(self, message: dict[str, Any]) -> None:
        self.frames.append(self._describe(message))
        self._changed.set()
        self._changed = anyio.Event()

    def _describe(self, message: dict[str, Any]) -> dict[str, Any]:
        if "method" not in message:
            request = self._requests.get(message["id"], {})
            outcome = {key: value for key, value in message.items() if key not in ("jsonrpc", "id")}
            return {
                "kind": "response",
                "to": request.get("method"),
                "ordinal": request.get("ordinal", 0),
                "late": request.get("step") != self._step,
                **outcome,
            }
        params = message.get("params")
        frame = {"kind": "request" if "id" in message else "notification", "method": message["method"]}
        if message["method"] == "notifications/progress":
            token = params["progressToken"]
            owner = next((r for r in self._requests.values() if r["token"] == token), {})
            params = {key: value for key, value in params.items() if key != "progressToken"}
            late = owner.get("step") != self._step
            return {**frame, "ordinal": owner.get("ordinal", 0), "late": late, "params": params}
        return {**frame, "params": params}

    async def seen(self, until: dict[str, Any]) -> None:
        """Returns when a frame of this step, or of any, is what `until` describes; fails when none is in time."""
        wanted = notification(until)
        with anyio.move_on_after(NOTIFICATION_DEADLINE):
            while not any(map(wanted, self.frames + (self.earlier if until.get("ever") else []))):
                await self._changed.wait()
            return
        raise TimeoutError(f"no {until['method']} came in time")


def notification(wanted: dict[str, Any]) -> Callable[[dict[str, Any]], bool]:
    """A test for a notification of one method, whose params have the members of `where`."""

    def matches(frame: dict[str, Any]) -> bool:
        return (
            frame["kind"] == "notification"
            and frame["method"] == wanted["method"]
            and all(begins((frame["params"] or {}).get(key), value) for key, value in wanted.get("where", {}).items())
        )

    return matches


def begins(value: Any, expected: Any) -> bool:
    """Whether two values are the same, or two texts as far as the expected one goes."""
    if isinstance(value, str) and isinstance(expected, str):
        return value.startswith(expected)
    return value == expected


@asynccontextmanager
async def tapped(transport: Any, recorder: Recorder, to_dict: Callable[[Any], dict[str, Any]]):
    """A transport whose messages pass through `recorder`."""
    async with transport as (read, write), anyio.create_task_group() as tasks:
        to_session, from_server = anyio.create_memory_object_stream(0)
        from_session, to_server = anyio.create_memory_object_stream(0)

        async def inbound() -> None:
            async with to_session:
                async for item in read:
                    if not isinstance(item, Exception):
                        recorder.received(to_dict(item.message))
                    await to_session.send(item)

        async def outbound() -> None:
            async for item in to_server:
                recorder.sent(to_dict(item.message))
                await write.send(item)

        tasks.start_soon(inbound)
        tasks.start_soon(outbound)
        try:
            yield from_server, from_session
        finally:
            tasks.cancel_scope.cancel()


async def request(client: Any, types: Any, list_all: Callable[..., Awaitable[None]], step: dict, progress: Any) -> Any:
    """Calls the SDK's own function for the step's method, so that its checks apply, unless the step asks for the bare message.

    The functions are called alike in both SDKs; `list_all` follows one of the list functions to its last page.
    """
    params = step.get("params", {})
    session = getattr(client, "session", client)
    if step.get("notify"):
        return await session.send_notification(Bare(step["method"], step.get("params")))
    if step.get("bare"):
        message = Bare(step["method"], step.get("params"))
        return await session.send_request(message, Anything, progress_callback=progress)
    match step["method"]:
        case "tools/list":
            return await list_all(client.list_tools)
        case "prompts/list":
            return await list_all(client.list_prompts)
        case "resources/list":
            return await list_all(client.list_resources)
        case "resources/templates/list":
            return await list_all(client.list_resource_templates)
        case "tools/call":
            return await client.call_tool(params["name"], params.get("arguments"), progress_callback=progress)
        case "prompts/get":
            return await client.get_prompt(params["name"], params.get("arguments"))
        case "resources/read":
            return await client.read_resource(params["uri"])
        case "resources/subscribe":
            return await client.subscribe_resource(params["uri"])
        case "resources/unsubscribe":
            return await client.unsubscribe_resource(params["uri"])
        case "completion/complete":
            kinds = {"ref/prompt": types.PromptReference, "ref/resource": types.ResourceTemplateReference}
            ref = kinds[params["ref"]["type"]].model_validate(params["ref"])
            return await client.complete(ref, params["argument"], params.get("context", {}).get("arguments"))
        case "logging/setLevel":
            return await client.set_logging_level(params["level"])
        case "ping":
            return await client.send_ping()
        case other:
            raise NotImplementedError(other)


def filled_in(step: dict, names: dict[str, Any]) -> dict:
    """A step with what `{{name}}` stands for in its parameters."""
    text = json.dumps(step)
    for name, value in names.items():
        text = text.replace("{{" + name + "}}", str(value))
    return json.loads(text)


async def run_step(step: dict, recorder: Recorder, perform: Callable[..., Awaitable[Any]], cancel: Any) -> dict:
    """Performs one step, as often as it says, all at once; a step with `cancel` is cancelled at its first progress."""
    recorder.begin()
    Now.answer = step.get("answer")
    Now.roots = step.get("roots", Now.roots)
    threw = None

    async def on_progress(*_: Any) -> None:
        pass

    async def cancel_at_progress() -> None:
        await recorder.seen({"method": "notifications/progress"})
        await cancel(recorder.newest)
        tasks.cancel_scope.cancel()

    try:
        progress = on_progress if step.get("progress") or step.get("cancel") else None
        async with anyio.create_task_group() as tasks:
            if step.get("cancel"):
                tasks.start_soon(cancel_at_progress)
            async with anyio.create_task_group() as calls:
                for at in range(step.get("times", 1)):
                    calls.start_soon(perform, filled_in(step, {**Now.saved, "n": at + 1}), progress)
            tasks.cancel_scope.cancel()
        if step.get("cancel"):
            raise Cancelled("the interop client changed its mind")
        if until := step.get("until"):
            await recorder.seen(until)
    except Exception as error:  # whatever the SDK made of the answer is what is recorded
        threw = describe(error)
    if name := step.get("save"):  # even if the SDK objected to the answer
        results = (frame.get("result") or {} for frame in recorder.frames)
        Now.saved[name] = next(result["task"]["taskId"] for result in results if "task" in result)
    return {"method": step["method"], "threw": threw, "frames": recorder.frames}


def describe(error: BaseException) -> str:
    """The first real error inside a group of them."""
    while grouped := getattr(error, "exceptions", None):
        error = grouped[0]
    return str(error)


def run(connect: Callable[..., Any]) -> None:
    """Runs the plan on stdin; `connect(plan, recorder)` gives a context of (perform, cancel)."""

    async def main() -> None:
        plan = json.load(sys.stdin)
        Now.roots = plan["roots"]
        recorder = Recorder()
        recorder.begin()
        async with connect(plan, recorder) as (perform, cancel):
            opening = {"method": "initialize", "threw": None, "frames": recorder.frames}
            steps = [await run_step(step, recorder, perform, cancel) for step in plan["steps"]]
        json.dump({"opening": opening, "steps": steps}, sys.stdout, ensure_ascii=False)

    anyio.run(main)
