// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// `functionTimeout` of host.json (host contract §1.5).
enum FunctionTimeout {
    /// How long a function may take by host.json and settings; nil for ever.
    ///
    /// - `AzureFunctionsJobHost__functionTimeout` (time span `hh:mm:ss`, or -1): overrides host.json.
    /// - `WEBSITE_SKU` (set by the platform): on `Dynamic`, the Consumption plan, the default is 5 minutes and nothing is
    ///   unlimited; elsewhere 30 minutes.
    static func read(_ json: JSONValue, _ settings: AppSettings) -> Duration? {
        let isConsumption = settings["WEBSITE_SKU"]?.lowercased() == "dynamic"
        let standard = Duration.seconds(isConsumption ? 5 * 60 : 30 * 60)
        let text = settings["AzureFunctionsJobHost__functionTimeout"] ?? json["functionTimeout"]?.string
        if text == "-1" || (text == nil && json["functionTimeout"]?.int64 == -1) {
            return isConsumption ? standard : nil
        }
        return text.flatMap(TimeSpan.parse) ?? standard
    }
}
