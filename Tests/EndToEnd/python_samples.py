# SPDX-License-Identifier: Apache-2.0
"""The functions of Tests/ParityTool, declared with the Python library."""

import json

import azure.functions as func

app = func.FunctionApp()
STORAGE = "AzureWebJobsStorage"
SIGNALR = "AzureSignalRConnectionString"


def declare(name, *decorators):
    """Declares a function, with the decorators in the order of the bindings."""

    def function(**_):
        pass

    function.__name__ = name.replace("-", "_")
    for decorator in reversed(decorators):
        function = decorator(function)
    app.function_name(name)(function)


def queue(queue_name="orders", connection=STORAGE, **options):
    return app.queue_trigger(arg_name="message", queue_name=queue_name, connection=connection, **options)


def both(name, decorator, required, optional=None, before=()):
    """Declares a function with what is required, and one with all options."""
    declare(name, *before, decorator(**required))
    if optional is not None:
        declare(f"{name}-all", *before, decorator(**required, **optional))


# HTTP and timer

declare("http", app.route(binding_arg_name="res"))
declare("http-all", app.route(
    route="items/{id:int}", methods=["get", "post"], auth_level="anonymous", binding_arg_name="res"))
declare("timer", app.timer_trigger(arg_name="timer", schedule="0 */5 * * * *"))
declare(
    "timer-all",
    app.timer_trigger(arg_name="timer", schedule="%SCHEDULE%", run_on_startup=True, use_monitor=False),
    app.retry(strategy="fixedDelay", max_retry_count="3", delay_interval="00:00:05"))
declare(
    "timer-exponential", app.timer_trigger(arg_name="timer", schedule="0 0 * * * *"),
    app.retry(
        strategy="exponentialBackoff", max_retry_count="-1", minimum_interval="00:00:04.5000000",
        maximum_interval="00:15:00"))
declare("warmup", app.warm_up_trigger(arg_name="warmup"))

# Storage

declare("queueTrigger", queue())
declare("queueTrigger-all", queue("%QUEUE%", "Storage", data_type="binary"))
declare("queueOutput", queue(), app.queue_output(arg_name="output", queue_name="done", connection=STORAGE))
declare("queueOutput-all", queue(), app.queue_output(arg_name="done", queue_name="%QUEUE%", connection="Storage"))
declare("blobTrigger", app.blob_trigger(
    arg_name="blob", path="uploads/{name}", connection=STORAGE, data_type="binary"))
declare("blobTrigger-all", app.blob_trigger(
    arg_name="blob", path="uploads/{name}.json", connection="Storage", source=func.BlobSource.EVENT_GRID,
    data_type="binary"))
declare("blobTrigger-scan", app.blob_trigger(
    arg_name="blob", path="uploads/{name}", connection=STORAGE, source=func.BlobSource.LOGS_AND_CONTAINER_SCAN,
    data_type="binary"))
declare("blobInput", queue(), app.blob_input(arg_name="input", path="prices/{sku}.json", connection=STORAGE))
declare("blobInput-all", queue(), app.blob_input(
    arg_name="image", path="images/{name}", connection="Storage", data_type="binary"))
declare("blobOutput", queue(), app.blob_output(arg_name="output", path="out/{rand-guid}", connection=STORAGE))
declare("blobOutput-all", queue(), app.blob_output(arg_name="output", path="out/{id}", connection="Storage"))
declare("tableInput", queue(), app.table_input(arg_name="input", table_name="Orders", connection=STORAGE))
declare("tableInput-row", queue(), app.table_input(
    arg_name="input", table_name="Orders", connection="Storage", partition_key="p", row_key="{id}"))
declare("tableInput-all", queue(), app.table_input(
    arg_name="input", table_name="Orders", connection="Storage", partition_key="p", filter="Total gt 5", take=10))
declare("tableOutput", queue(), app.table_output(arg_name="output", table_name="Orders", connection=STORAGE))
declare("tableOutput-all", queue(), app.table_output(
    arg_name="output", table_name="Orders", connection="Storage", partition_key="p", row_key="{id}"))

# Messaging

declare("serviceBusQueueTrigger", app.service_bus_queue_trigger(
    arg_name="message", queue_name="orders", connection="Bus", cardinality="one"))
declare("serviceBusQueueTrigger-all", app.service_bus_queue_trigger(
    arg_name="messages", queue_name="orders", connection="Bus", cardinality="many", data_type="string",
    is_sessions_enabled=True, auto_complete_messages=True, access_rights="listen"))
declare("serviceBusTopicTrigger", app.service_bus_topic_trigger(
    arg_name="message", topic_name="news", subscription_name="all", connection="Bus", cardinality="one",
    data_type="binary"))
declare("serviceBusTopicTrigger-all", app.service_bus_topic_trigger(
    arg_name="messages", topic_name="news", subscription_name="all", connection="Bus", cardinality="many",
    data_type="binary", is_sessions_enabled=False, auto_complete_messages=False, access_rights="manage"))
both("serviceBusQueueOutput", app.service_bus_queue_output,
     {"arg_name": "output", "queue_name": "done", "connection": "Bus"}, {"access_rights": "manage"}, [queue()])
both("serviceBusTopicOutput", app.service_bus_topic_output,
     {"arg_name": "output", "topic_name": "news", "connection": "Bus"},
     {"subscription_name": "all", "access_rights": "listen"}, [queue()])
declare("eventHubTrigger", app.event_hub_message_trigger(
    arg_name="event", event_hub_name="telemetry", connection="Hub", cardinality="one"))
declare(
    "eventHubTrigger-all",
    app.event_hub_message_trigger(
        arg_name="events", event_hub_name="telemetry", connection="Hub", cardinality="many", data_type="string",
        consumer_group="mine"),
    app.retry(strategy="fixedDelay", max_retry_count="5", delay_interval="00:00:01"))
both("eventHubOutput", app.event_hub_output,
     {"arg_name": "output", "event_hub_name": "telemetry", "connection": "Hub"}, before=[queue()])
declare("eventGridTrigger", app.event_grid_trigger(arg_name="event", cardinality="one"))
declare("eventGridTrigger-all", app.event_grid_trigger(arg_name="events", cardinality="many"))
declare("eventGridOutput", queue(), app.event_grid_output(
    arg_name="output", topic_endpoint_uri="TopicEndpoint", topic_key_setting="TopicKey"))
declare("eventGridOutput-all", queue(), app.event_grid_output(arg_name="output", connection="Topic"))
both("sendGridOutput", app.generic_output_binding, {"arg_name": "output", "type": "sendGrid"}, {
    "api_key": "MailKey", "to": "{customer}", "from": "shop@example.com", "subject": "Order {id}", "text": "Thanks",
}, [queue()])

# Databases

COSMOS = {"database_name": "shop", "container_name": "items", "connection": "Cosmos"}
COSMOS_V3 = {"database_name": "shop", "collection_name": "items", "connection_string_setting": "Cosmos"}
LEASES = {
    "lease_database_name": "admin", "feed_poll_delay": 5000, "lease_acquire_interval": 13000,
    "lease_expiration_interval": 60000, "lease_renew_interval": 17000, "max_items_per_invocation": 100,
}
both("cosmosDBTrigger", app.cosmos_db_trigger, {"arg_name": "documents", **COSMOS}, {
    **LEASES, "lease_container_name": "leases", "lease_connection": "Leases",
    "create_lease_container_if_not_exists": True, "leases_container_throughput": 400, "lease_container_prefix": "a",
    "start_from_beginning": False, "start_from_time": "2024-10-24T10:11:12Z",
    "preferred_locations": "West Europe,North Europe",
})
both("cosmosDBv3Trigger", app.cosmos_db_trigger_v3, {"arg_name": "documents", **COSMOS_V3}, {
    **LEASES, "lease_collection_name": "leases", "lease_connection_string_setting": "Leases",
    "create_lease_collection_if_not_exists": True, "leases_collection_throughput": 400,
    "lease_collection_prefix": "a", "checkpoint_interval": 2000, "checkpoint_document_count": 50,
    "start_from_beginning": True, "preferred_locations": "West Europe",
})
declare("cosmosDBInput", queue(), app.cosmos_db_input(arg_name="input", id="{id}", **COSMOS))
declare("cosmosDBInput-all", queue(), app.cosmos_db_input(
    arg_name="input", sql_query="SELECT * FROM c", partition_key="{shop}", preferred_locations="West Europe",
    **COSMOS))
declare("cosmosDBv3Input", queue(), app.cosmos_db_input_v3(
    arg_name="input", id="{id}", partition_key="{shop}", **COSMOS_V3))
declare("cosmosDBv3Input-all", queue(), app.cosmos_db_input_v3(
    arg_name="input", sql_query="SELECT * FROM c", partition_key="{shop}", **COSMOS_V3))
both("cosmosDBOutput", app.cosmos_db_output, {"arg_name": "output", **COSMOS}, {
    "create_if_not_exists": True, "partition_key": "/shop", "container_throughput": 400,
    "preferred_locations": "West Europe",
}, [queue()])
both("cosmosDBv3Output", app.cosmos_db_output_v3, {"arg_name": "output", **COSMOS_V3}, {
    "create_if_not_exists": True, "partition_key": "/shop", "collection_throughput": 400,
    "use_multiple_write_locations": True, "preferred_locations": "West Europe",
}, [queue()])
for kind, prefix, table, setting in (("sql", "sql", "dbo.ToDo", "SQL"), ("mysql", "mysql", "ToDo", "MySQL")):
    trigger, reading, writing = (getattr(app, f"{prefix}_{role}") for role in ("trigger", "input", "output"))
    both(f"{kind}Trigger", trigger,
         {"arg_name": "changes", "table_name": table, "connection_string_setting": setting},
         {"leases_table_name": "Leases"})
    declare(f"{kind}Input", queue(), reading(
        arg_name="input", command_text="SELECT * FROM ToDo", connection_string_setting=setting))
    declare(f"{kind}Input-all", queue(), reading(
        arg_name="input", command_text="FindToDo", connection_string_setting=setting,
        command_type="StoredProcedure", parameters="@Id={id}"))
    declare(f"{kind}Output", queue(), writing(
        arg_name="output", command_text=table, connection_string_setting=setting))

# Kafka

KAFKA = {
    "avro_schema": "{}", "key_avro_schema": "{}", "key_data_type": "long", "schema_registry_url": "%REGISTRY%",
    "schema_registry_username": "%REGISTRY_USER%", "schema_registry_password": "%REGISTRY_PASSWORD%",
    "protocol": "saslssl", "authentication_mode": "scramsha256", "username": "%USER%", "password": "%PASSWORD%",
    "ssl_key_location": "key.pem", "ssl_ca_location": "ca.pem", "ssl_certificate_location": "certificate.pem",
    "ssl_key_password": "%KEY_PASSWORD%", "ssl_certificate_pem": "%CERTIFICATE%", "ssl_key_pem": "%KEY%",
    "ssl_ca_pem": "%CA%", "ssl_certificate_and_key_pem": "%CERTIFICATE_AND_KEY%", "o_auth_bearer_method": "oidc",
    "o_auth_bearer_client_id": "client", "o_auth_bearer_client_secret": "%SECRET%", "o_auth_bearer_scope": "scope",
    "o_auth_bearer_token_endpoint_url": "https://login.example.com/token", "o_auth_bearer_extensions": "a=b",
}
declare("kafkaTrigger", app.kafka_trigger(
    arg_name="event", topic="orders", broker_list="%BROKERS%", data_type="string"))
declare("kafkaTrigger-all", app.kafka_trigger(
    arg_name="events", topic="orders", broker_list="one:9092,two:9092", consumer_group="mine",
    event_hub_connection_string="Hub", lag_threshold=500, cardinality="many", data_type="string", **KAFKA))
declare("kafkaOutput", queue(), app.kafka_output(arg_name="output", topic="done", broker_list="%BROKERS%"))
declare("kafkaOutput-all", queue(), app.kafka_output(
    arg_name="output", topic="done", broker_list="one:9092,two:9092", max_message_bytes=2_000_000, batch_size=100,
    enable_idempotence=True, message_timeout_ms=30_000, request_timeout_ms=3_000, max_retries=7, linger_ms=20,
    **KAFKA))

# SignalR, for which the library has no decorators

declare("signalRTrigger", app.generic_trigger(
    arg_name="invocation", type="signalRTrigger", hub_name="chat", category="messages", event="send",
    connection_string_setting=SIGNALR))
declare("signalRTrigger-all", app.generic_trigger(
    arg_name="invocation", type="signalRTrigger", hub_name="chat", category="messages", event="send",
    parameter_names=["text", "room"], connection_string_setting="SignalR"))
declare("signalRTrigger-connected", app.generic_trigger(
    arg_name="invocation", type="signalRTrigger", hub_name="chat", category="connections", event="connected",
    connection_string_setting=SIGNALR))
declare("signalRConnectionInfoInput", app.route(binding_arg_name="res"), app.generic_input_binding(
    arg_name="input", type="signalRConnectionInfo", hub_name="chat", connection_string_setting=SIGNALR))
declare("signalRConnectionInfoInput-all", app.route(binding_arg_name="res"), app.generic_input_binding(
    arg_name="input", type="signalRConnectionInfo", hub_name="chat", user_id="{headers.x-user}",
    id_token="{headers.authorization}", claim_type_list=["name"], connection_string_setting="SignalR"))
declare("signalROutput", queue(), app.generic_output_binding(
    arg_name="output", type="signalR", hub_name="chat", connection_string_setting=SIGNALR))
declare("signalROutput-all", queue(), app.generic_output_binding(
    arg_name="output", type="signalR", hub_name="chat", connection_string_setting="SignalR"))

# Dapr

ADDRESS = {"dapr_address": "http://localhost:3501"}
declare("daprServiceInvocationTrigger", app.dapr_service_invocation_trigger(arg_name="request", method_name="create"))
declare("daprBindingTrigger", app.dapr_binding_trigger(arg_name="event", binding_name="cron"))
both("daprTopicTrigger", app.dapr_topic_trigger,
     {"arg_name": "event", "pub_sub_name": "bus", "topic": "orders"}, {"route": "B"})
both("daprStateInput", app.dapr_state_input,
     {"arg_name": "input", "state_store": "store", "key": "{id}"}, ADDRESS, [queue()])
declare("daprSecretInput", queue(), app.dapr_secret_input(
    arg_name="input", secret_store_name="vault", key="key", metadata=None))
declare("daprSecretInput-all", queue(), app.dapr_secret_input(
    arg_name="input", secret_store_name="vault", key="key", metadata="metadata.namespace=default", **ADDRESS))
both("daprStateOutput", app.dapr_state_output,
     {"arg_name": "output", "state_store": "store", "key": "{id}"}, ADDRESS, [queue()])
declare("daprInvokeOutput", queue(), app.dapr_invoke_output(
    arg_name="output", app_id="shop", method_name="create", http_verb=None))
declare("daprInvokeOutput-all", queue(), app.dapr_invoke_output(
    arg_name="output", app_id="shop", method_name="create", http_verb="put", **ADDRESS))
both("daprPublishOutput", app.dapr_publish_output,
     {"arg_name": "output", "pub_sub_name": "bus", "topic": "orders"}, ADDRESS, [queue()])
both("daprBindingOutput", app.dapr_binding_output,
     {"arg_name": "output", "binding_name": "mail", "operation": "create"}, ADDRESS, [queue()])

# Durable, whose decorators belong to another library, by the types that it writes

for trigger, option, argument in (
        ("orchestrationTrigger", "orchestration", "context"), ("activityTrigger", "activity", "payload"),
        ("entityTrigger", "entity_name", "context")):
    name = {"orchestrationTrigger": "Ship", "activityTrigger": "Pack", "entityTrigger": "Counter"}[trigger]
    both(trigger, app.generic_trigger, {"arg_name": argument, "type": trigger}, {option: name})
declare("durableClientInput", app.route(binding_arg_name="res"), app.generic_input_binding(
    arg_name="input", type="durableClient"))
declare("durableClientInput-all", app.route(binding_arg_name="res"), app.generic_input_binding(
    arg_name="input", type="durableClient", task_hub="hub", connection_name="Storage"))

# Assistants

PROPERTIES = [
    {"propertyName": "city", "propertyType": "string", "description": "Where to", "isArray": False, "isRequired": True},
    {"propertyName": "limits", "propertyType": "integer", "description": "", "isArray": True, "isRequired": False},
]
METADATA = '{"audience":"staff"}'
CHAT = {
    "chat_model": "gpt", "temperature": "0.2", "top_p": "0.9", "max_tokens": "200", "is_reasoning_model": True,
}
EMBEDDING = {
    "ai_connection_name": "AI", "embeddings_model": "ada", "max_chunk_length": 100, "max_overlap": 10,
}
declare("mcpToolTrigger", app.mcp_tool_trigger(arg_name="context", tool_name="find", tool_properties="[]"))
declare("mcpToolTrigger-all", app.mcp_tool_trigger(
    arg_name="context", tool_name="find", description="Finds orders",
    tool_properties=json.dumps(PROPERTIES, separators=(",", ":")), metadata=METADATA, use_result_schema=True))
declare(
    "mcpToolPropertyInput",
    app.mcp_tool_trigger(arg_name="context", tool_name="find", tool_properties="[]"),
    app.generic_input_binding(
        arg_name="input", type="mcpToolProperty", property_name="city", property_type="string",
        description="Where to", is_required=True, is_array=False))
both("mcpResourceTrigger", app.mcp_resource_trigger,
     {"arg_name": "context", "uri": "shop://orders", "resource_name": "orders"},
     {"title": "Orders", "description": "All orders", "mime_type": "text/csv", "size": 12, "metadata": METADATA})
both("mcpPromptTrigger", app.mcp_prompt_trigger, {"arg_name": "context", "prompt_name": "review"}, {
    "prompt_arguments": [func.PromptArgument("code", "The code", True)], "title": "Review",
    "description": "Reviews code", "metadata": METADATA, "icons": '[{"src":"https://example.com/icon.png"}]',
})
both("assistantSkillTrigger", app.assistant_skill_trigger,
     {"arg_name": "argument", "function_description": "Adds a task"},
     {"function_name": "add", "parameter_description_json": "{}"})
declare("connectorTrigger", app.connector_trigger(arg_name="event"))
both("textCompletionInput", app.text_completion_input, {"arg_name": "input", "prompt": "Who is {name}?"},
     {"ai_connection_name": "AI", **CHAT}, [queue()])
STATE = {"chat_storage_connection_setting": "Storage", "collection_name": "Chats"}
both("assistantQueryInput", app.assistant_query_input,
     {"arg_name": "input", "id": "{id}", "timestamp_utc": "{time}"}, STATE, [queue()])
both("assistantPostInput", app.assistant_post_input,
     {"arg_name": "input", "id": "{id}", "user_message": "{text}"},
     {"ai_connection_name": "AI", **CHAT, **STATE}, [queue()])
declare("embeddingsInput", queue(), app.embeddings_input(arg_name="input", input="{text}", input_type="rawText"))
declare("embeddingsInput-all", queue(), app.embeddings_input(
    arg_name="input", input="{path}", input_type="filePath", **EMBEDDING))
both("semanticSearchInput", app.semantic_search_input,
     {"arg_name": "input", "search_connection_name": "Search", "collection": "docs", "query": "{question}"},
     {"ai_connection_name": "AI", "embeddings_model": "ada", **CHAT, "system_prompt": "Be brief.",
      "max_knowledge_count": 3}, [queue()])
declare("assistantCreateOutput", queue(), app.assistant_create_output(arg_name="output"))
declare("embeddingsStoreOutput", queue(), app.embeddings_store_output(
    arg_name="output", input="{url}", input_type="url", store_connection_name="Search", collection="docs"))
declare("embeddingsStoreOutput-all", queue(), app.embeddings_store_output(
    arg_name="output", input="{text}", input_type="rawText", store_connection_name="Search", collection="docs",
    **EMBEDDING))

# Any other

declare("genericTrigger", app.generic_trigger(
    arg_name="message", type="rabbitMQTrigger", queue_name="orders", connection_string_setting="Rabbit"))
declare("genericInput", queue(), app.generic_input_binding(
    arg_name="input", type="redis", command="GET {id}", connection="Redis"))
declare("genericOutput", queue(), app.generic_output_binding(
    arg_name="output", type="rabbitMQ", queue_name="done", connection_string_setting="Rabbit"))


def functions():
    """The function.json of every function by name, with the retry policy that the library keeps apart."""
    files = {}
    for function in app.get_functions():
        document = json.loads(function.get_function_json())
        retry = function.get_settings_dict("retry_policy")
        if retry:
            document["retry"] = retry
        files[function.get_function_name()] = document
    return files
