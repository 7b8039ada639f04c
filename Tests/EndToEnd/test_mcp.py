# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""The official MCP client against the local host's endpoint."""

import asyncio
import json

import mcp
import pytest
from mcp.client.streamable_http import streamable_http_client

from localapp import LocalApp

FUNCTIONS = '''
def weather(data, metadata):
    call = json.loads(json.loads(data["context"]))
    note("clients", call["clientinfo"]["name"].replace(" ", "_"))
    if call["arguments"]["city"] == "nowhere":
        raise ValueError("no such city")
    return {"ReturnValue": f"{call['arguments']['city']}: 21"}

def page(data, metadata):
    return {"ReturnValue": "The page " + json.loads(json.loads(data["context"]))["arguments"]["name"]}

def greet(data, metadata):
    return {"ReturnValue": "Say hello"}
'''

PROPERTIES = json.dumps([
    {"propertyName": "city", "propertyType": "string", "description": "Where", "isRequired": True}])

BINDINGS = {
    "weather": [{
        "type": "mcpToolTrigger", "direction": "in", "name": "context", "toolName": "get_weather",
        "description": "Tells the weather", "toolProperties": PROPERTIES}],
    "page": [{
        "type": "mcpResourceTrigger", "direction": "in", "name": "context", "uri": "docs://{name}",
        "resourceName": "Pages", "mimeType": "text/plain"}],
    "greet": [{"type": "mcpPromptTrigger", "direction": "in", "name": "context", "promptName": "greet"}],
}


@pytest.fixture(scope="module")
def app(binaries, tmp_path_factory):
    app = LocalApp(tmp_path_factory.mktemp("mcp") / "app", binaries, BINDINGS, FUNCTIONS).start()
    yield app
    app.host.stop()


def with_session(app, body):
    async def run():
        async with streamable_http_client(app.url + "/runtime/webhooks/mcp") as streams:
            async with mcp.ClientSession(streams[0], streams[1]) as session:
                await session.initialize()
                return await body(session)

    return asyncio.run(asyncio.wait_for(run(), 60))


def test_the_official_client_lists_and_calls_tools(app):
    async def body(session):
        await session.send_ping()
        tools = (await session.list_tools()).tools
        assert [tool.name for tool in tools] == ["get_weather"]
        schema = tools[0].model_dump(by_alias=True)["inputSchema"]
        assert schema["required"] == ["city"]
        good = await session.call_tool("get_weather", {"city": "Oslo"})
        assert good.content[0].text == "Oslo: 21"
        bad = await session.call_tool("get_weather", {"city": "nowhere"})
        assert bad.model_dump(by_alias=True)["isError"]
        with pytest.raises(mcp.MCPError):
            await session.call_tool("get_weather", {})

    with_session(app, body)
    assert "mcp" in app.lines("clients")


def test_the_official_client_reads_resources_and_prompts(app):
    async def body(session):
        templates = await session.list_resource_templates()
        assert "docs://{name}" in templates.model_dump_json(by_alias=True)
        page = await session.read_resource("docs://start")
        assert page.contents[0].text == "The page start"
        prompt = await session.get_prompt("greet")
        assert prompt.messages[0].content.text == "Say hello"

    with_session(app, body)
