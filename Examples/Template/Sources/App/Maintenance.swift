import AzureFunctions

/// What the app does by the clock.
func maintenance() -> Blueprint {
    Blueprint {
        TimerFunction("tick", schedule: "0 */5 * * * *") { tick, context in
            context.logger.info("Five minutes have passed.", metadata: ["timer.pastDue": "\(tick.isPastDue)"])
        }
    }
}
