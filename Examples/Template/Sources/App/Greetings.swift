import AzureFunctions

/// Greets whoever asks.
func greetings() -> Blueprint {
    Blueprint(authLevel: .anonymous) {
        HTTPFunction("hello", route: "hello/{name?}", methods: [.get]) { request, context in
            let name = request.parameters["name"] ?? "world"
            context.logger.info("Somebody is greeted.", metadata: ["greeting.name": "\(name)"])
            return try .json(["message": "Hello, \(name)!"])
        }
    }
}
