// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

func printRow(_ name: String, _ value: Double, _ unit: String) {
    let label = name + String(repeating: " ", count: max(0, 44 - name.count))
    let number = twoDecimals(value)
    print(label + String(repeating: " ", count: max(0, 9 - number.count)) + number, unit)
}

func twoDecimals(_ value: Double) -> String {
    let hundredths = Int((value.magnitude * 100).rounded())
    let fraction = hundredths % 100
    return "\(value < 0 ? "-" : "")\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}
