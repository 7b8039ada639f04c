import AzureFunctions
import AzureFunctionsEntra

@main
struct Main {
    static func main() async {
        let entra = EntraID(settings: .environment)
        let app = FunctionApp {
            greetings()
            maintenance()
            orders()
            identity(entra)
        }
        await app.run()
    }
}
