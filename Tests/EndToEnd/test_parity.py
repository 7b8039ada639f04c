# SPDX-License-Identifier: Apache-2.0
"""The same functions declared in Swift and with the Python library give the same function.json.

Every difference is listed here with its reason; any other fails, and so does one that is listed in vain.
"""

import dataclasses
import json
import pathlib
import subprocess
import typing

import pytest

import python_samples

ABSENT = object()


@dataclasses.dataclass(frozen=True)
class Place:
    """A member of a binding, in Swift and in Python."""

    function: str
    type: str
    member: str
    ours: typing.Any
    theirs: typing.Any


@dataclasses.dataclass(frozen=True)
class Difference:
    reason: str
    applies: typing.Callable[[Place], bool]


def same_word(place):
    return isinstance(place.ours, str) and isinstance(place.theirs, str) and place.ours.lower() == place.theirs.lower()


DIFFERENCES = [
    Difference(
        "Python prints enumerations in capitals; we write the documented spelling. The host ignores case.",
        lambda place: same_word(place) and place.member in {
            "direction", "authLevel", "cardinality", "dataType", "accessRights", "keyDataType", "protocol",
            "authenticationMode", "oAuthBearerMethod"}),
    Difference(
        "Python prints methods in capitals; we write the documented spelling. The host ignores case.",
        lambda place: place.member == "methods" and place.ours == [name.lower() for name in place.theirs]),
    Difference(
        "Python writes the host's defaults of Kafka into every file; we leave them to the host.",
        lambda place: place.ours is ABSENT and place.type in {"kafka", "kafkaTrigger"} and place.member in {
            "keyDataType", "protocol", "authenticationMode", "lagThreshold", "maxMessageBytes", "batchSize",
            "enableIdempotence", "messageTimeoutMs", "requestTimeoutMs", "maxRetries", "lingerMs"}),
    Difference(
        "Python writes the defaults of the OpenAI extension into every file, a model by the name of its own constant "
        "(\"DefaultChatModel\"), which is no model; we leave them to the extension.",
        lambda place: place.ours is ABSENT and place.type in {
            "textCompletion", "assistantQuery", "assistantPost", "embeddings", "embeddingsStore", "semanticSearch"}
        and place.member in {
            "aiConnectionName", "chatModel", "embeddingsModel", "temperature", "maxTokens", "isReasoningModel",
            "maxChunkLength", "maxOverlap", "systemPrompt", "maxKnowledgeCount", "chatStorageConnectionSetting",
            "collectionName"}),
    Difference(
        "Python writes that a tool or resource has no result schema; we leave that default to the extension.",
        lambda place: place.ours is ABSENT and place.member == "useResultSchema" and place.theirs is False),
    Difference(
        "Python writes the topic as the route of a Dapr topic; we leave that default to the extension.",
        lambda place: place.ours is ABSENT and place.type == "daprTopicTrigger" and place.member == "route"
        and place.theirs == "orders"),
]


def bindings(document):
    result = {binding["name"]: binding for binding in document["bindings"]}
    assert len(result) == len(document["bindings"])
    return result


def places(function, ours, theirs):
    assert ours.keys() == theirs.keys(), f"{function}: other bindings"
    for name, binding in ours.items():
        other = theirs[name]
        for member in sorted(binding.keys() | other.keys()):
            yield Place(function, binding["type"], member, binding.get(member, ABSENT), other.get(member, ABSENT))


def retry(document):
    """The policy as function.json has it; Python hands it to its worker under other names, with numbers as text."""
    policy = document.get("retry")
    if policy is None or "setting_name" not in policy:
        return policy
    names = {
        "strategy": "strategy", "max_retry_count": "maxRetryCount", "delay_interval": "delayInterval",
        "minimum_interval": "minimumInterval", "maximum_interval": "maximumInterval"}
    result = {names[name]: value for name, value in policy.items() if name != "setting_name"}
    return {**result, "maxRetryCount": int(result["maxRetryCount"])}


@pytest.fixture(scope="session")
def swift_functions(binaries, tmp_path_factory):
    folder = tmp_path_factory.mktemp("manifest")
    tool = pathlib.Path(binaries) / "ParityTool"
    subprocess.run([str(tool), "manifest", "--output", str(folder)], check=True, capture_output=True)
    return {path.parent.name: json.loads(path.read_text()) for path in folder.glob("*/function.json")}


@pytest.fixture(scope="session")
def python_functions():
    return python_samples.functions()


def test_both_declare_the_same_functions(swift_functions, python_functions):
    assert swift_functions.keys() == python_functions.keys()
    assert len(swift_functions) > 100


def test_every_member_is_the_same_or_differs_for_a_listed_reason(swift_functions, python_functions):
    unexplained, used = [], set()
    for function, document in swift_functions.items():
        for place in places(function, bindings(document), bindings(python_functions[function])):
            if place.ours == place.theirs and type(place.ours) is type(place.theirs):
                continue
            reasons = [difference for difference in DIFFERENCES if difference.applies(place)]
            used.update(reasons)
            if not reasons:
                unexplained.append(place)
    assert not unexplained, "\n".join(map(str, unexplained))
    assert used == set(DIFFERENCES), [difference.reason for difference in DIFFERENCES if difference not in used]


def test_retry_policies_are_the_same(swift_functions, python_functions):
    ours = {name: retry(document) for name, document in swift_functions.items()}
    assert ours == {name: retry(document) for name, document in python_functions.items()}
    assert sum(policy is not None for policy in ours.values()) == 3


def test_nothing_else_stands_in_a_file(swift_functions, python_functions):
    """Python names its script and lists the innermost decorator first; the host takes bindings in any order."""
    assert {key for document in swift_functions.values() for key in document} == {"bindings", "retry"}
    assert {key for document in python_functions.values() for key in document} == {"bindings", "retry", "scriptFile"}


def test_every_decorator_of_the_library_is_compared():
    """What the Python library can declare is declared here, or is left out for a listed reason."""
    source = pathlib.Path(python_samples.__file__).read_text()
    left_out = {
        "http_type": "tells ASGI from WSGI, which a custom handler has not",
        "schedule": "another name of timer_trigger",
        "orchestration_trigger": "needs another library; compared as a generic trigger",
        "activity_trigger": "needs another library; compared as a generic trigger",
        "entity_trigger": "needs another library; compared as a generic trigger",
        "durable_client_input": "needs another library; compared as a generic input",
        "mcp_tool": "reads the Python function's signature; mcp_tool_trigger is what it writes",
        "mcp_tool_property": "describes a Python parameter; in toolProperties here",
        "sql_trigger": "called by prefix", "sql_input": "called by prefix", "sql_output": "called by prefix",
        "mysql_trigger": "called by prefix", "mysql_input": "called by prefix", "mysql_output": "called by prefix",
    }
    decorators = {
        name for name in dir(python_samples.app)
        if not name.startswith("_")
        and name.endswith(("_trigger", "_trigger_v3", "_input", "_input_v3", "_output", "_output_v3", "_binding"))
    } | {"route", "retry", "http_type", "schedule", "mcp_tool", "mcp_tool_property"}
    missing = {name for name in decorators if f"app.{name}(" not in source and f"app.{name}," not in source}
    assert missing == left_out.keys()
