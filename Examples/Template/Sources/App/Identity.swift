import AzureFunctions
import AzureFunctionsEntra

/// Who the caller is, as Microsoft Entra ID vouches for it.
func identity(_ entra: EntraID) -> Blueprint {
    Blueprint(authLevel: .anonymous) {
        HTTPFunction("whoami", methods: [.get], guardedBy: entra.scope("access_as_user")) { _, principal, _ in
            try .json(["name": principal.name ?? "unknown", "objectId": principal.objectID])
        }
    }
}
