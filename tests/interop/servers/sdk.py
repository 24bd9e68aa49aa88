"""A server on the official Python SDK, 1.x or 2.x: `sdk.py NAME` on stdio, `sdk.py NAME http` and `sdk.py NAME json` at PORT.

`http` is Streamable HTTP as the SDK does it unless told otherwise: with sessions, and a stream of events for each answer. `json`
is the other extreme: no sessions, and each answer is one JSON object.
"""

import os
import sys
from typing import Any

import mcp.types as types
import uvicorn
from pydantic import BaseModel

try:
    from mcp.server.mcpserver import Context, MCPServer as Server

    SDK = 2
except ImportError:
    from mcp.server.fastmcp import Context, FastMCP as Server

    SDK = 1

NAME, *TRANSPORT = sys.argv[1:]

server = Server(NAME, instructions=f"How to use {NAME}: gr\u00fc\u00dfe.\n")


def read_only() -> types.ToolAnnotations:
    return types.ToolAnnotations(**{"readOnlyHint" if SDK == 1 else "read_only_hint": True})


class Sum(BaseModel):
    """What a sum is made of."""

    terms: list[float]
    total: float


class Person(BaseModel):
    name: str


@server.tool(title="Add \u2211", annotations=read_only())
def add(terms: list[float]) -> Sum:
    """Add numbers."""
    return Sum(terms=terms, total=sum(terms))


@server.tool(annotations=read_only())
def echo(text: str) -> str:
    """Say it again."""
    return text


@server.tool(annotations=read_only())
def fail(why: str) -> str:
    """Fail."""
    raise ValueError(why)


@server.tool()
async def count(steps: int, context: Context) -> str:
    """Report progress, and say something beside it."""
    for step in range(steps):
        await context.report_progress(step + 1, steps, f"step {step + 1}")
    await context.info("counted")
    return f"{steps} steps"


@server.tool()
async def greet(context: Context) -> str:
    """Ask who is there."""
    answer = await context.elicit("Who is there?", Person)
    return f"{answer.action}: {answer.data.name if answer.action == 'accept' else None}"


@server.tool()
async def think(prompt: str, context: Context) -> str:
    """Ask the client's model."""
    message = types.SamplingMessage(role="user", content=types.TextContent(type="text", text=prompt))
    answer = await context.session.create_message([message], max_tokens=9, related_request_id=context.request_id)
    return answer.model_dump_json(by_alias=True, exclude_none=True)


@server.tool()
async def roots(context: Context) -> list[str]:
    """Ask for the roots, which has to do with no request."""
    return [str(root.uri) for root in (await context.session.list_roots()).roots]


@server.resource(f"interop://{NAME}/text", mime_type="text/plain")
def text() -> str:
    return "first line\nsecond line: gr\u00fc\u00dfe \u2028 \U0001f44b"


@server.resource(f"interop://{NAME}/blob", mime_type="application/octet-stream")
def blob() -> bytes:
    return bytes(range(256)) * 64


@server.resource(f"interop://{NAME}/item/{{item}}")
def item(item: str) -> str:
    return f"item {item}"


@server.prompt(title="A letter")
def letter(to: str, style: str = "plain") -> str:
    """Write a letter."""
    return f"Write to {to} in {style} words."


@server.completion()
async def complete(ref: Any, argument: Any, context: Any) -> types.Completion:
    return types.Completion(values=[argument.value + ending for ending in ("a", "b")])


def take_subscriptions() -> None:
    """The 1.x has no simple way to say that it does."""

    async def subscribe(context: Any, params: Any) -> types.EmptyResult:
        return types.EmptyResult()

    low = server._lowlevel_server
    low.add_request_handler("resources/subscribe", types.SubscribeRequestParams, subscribe)
    low.add_request_handler("resources/unsubscribe", types.UnsubscribeRequestParams, subscribe)

    @server.tool()
    async def touch(uri: str, context: Context) -> str:
        """Say that a resource has changed, which has to do with no request."""
        await context.session.send_resource_updated(uri)
        return "touched"


if SDK == 2:
    take_subscriptions()


def app() -> Any:
    is_plain = TRANSPORT == ["json"]
    if SDK == 2:
        return server.streamable_http_app(json_response=is_plain, stateless_http=is_plain)
    server.settings.json_response = server.settings.stateless_http = is_plain
    return server.streamable_http_app()


if TRANSPORT:
    uvicorn.run(app(), host="127.0.0.1", port=int(os.environ["PORT"]))
else:
    server.run()
