// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON
import Testing

@Suite struct `The host's time-out` {
    @Test(
        arguments: [
            (nil, nil, nil, 1_800), (nil, nil, "Dynamic", 300), (nil, nil, "FlexConsumption", 1_800),
            ("00:10:00", nil, "Dynamic", 600), ("00:10:00", "01:00:00", nil, 3_600), ("1.02:03:04", nil, nil, 93_784),
            ("-1", nil, nil, nil), ("00:10:00", "-1", nil, nil), ("-1", nil, "Dynamic", 300),
            ("soon", nil, nil, 1_800), ("00:00:00", nil, nil, 1_800), ("-00:05:00", nil, nil, 1_800),
            ("24:00:00", nil, nil, 1_800), ("00:00:01.5", nil, nil, 1.5),
            ("99999999999999999999:00:00", nil, nil, 1_800),
        ] as [(String?, String?, String?, Double?)])
    func `It is read as the host reads it`(file: String?, setting: String?, plan: String?, seconds: Double?) {
        var json: JSONObject = [:]
        json["functionTimeout"] = file.map(JSONValue.string)
        var settings: [String: String] = [:]
        settings["AzureFunctionsJobHost__functionTimeout"] = setting
        settings["WEBSITE_SKU"] = plan
        let host = HostConfiguration(json: .object(json), settings: AppSettings(settings))
        #expect(host.functionTimeout == seconds.map { .seconds($0) })
    }

    @Test func `Minus one may be a number`() {
        #expect(HostConfiguration(json: ["functionTimeout": -1], settings: [:]).functionTimeout == nil)
    }
}
