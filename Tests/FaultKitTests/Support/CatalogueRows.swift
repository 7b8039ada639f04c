// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The rows of the attack catalogue that one token against a standing tenant can show.
///
/// Left out, because the API or the published keys would have to be others: HDR-34, TIM-22, TIM-24, ISS-08, ISS-19,
/// ISS-20, ISS-23, ISS-28, AUTHZ-36, AUTHZ-37.
enum CatalogueRows {
    static let expressible = Set(
        groups.flatMap { group, numbers in numbers.split(separator: " ").map { "\(group)-\($0)" } })

    private static let groups: [(String, String)] = [
        ("STR", "02 03 04 05 06 07 08 11 12 13 15 17 18 19 20 21"),
        ("B64", "03 05 06 07 10 12 13 14 15 16"),
        (
            "HDR",
            "01 02 03 04 06 07 08 10 12 13 14 16 17 18 19 23 24 25 26 27 28 29 33 35 36 37 40 42 "
                + "45 46 47 49 50 51 54 55 56 57 58 59 60 62 65 67 69 70 72 73 74 75"
        ),
        ("SIG", "01 05 07 08 09 11 13 15"),
        ("PAY", "02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 18 19"),
        ("TIM", "01 02 03 06 07 08 10 11 14 15 17 18 19 20 26"),
        ("ISS", "03 04 06 07 09 10 12 14 16 21 24 25"),
        ("AUD", "01 03 04 05 06 07 08 10 11 12"),
        (
            "AUTHZ",
            "01 03 04 05 06 07 08 09 10 12 13 14 15 16 17 18 20 21 22 23 26 29 30 31 32 33 34 35 "
                + "38"
        ),
    ]
}
