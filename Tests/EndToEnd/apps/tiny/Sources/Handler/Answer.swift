// SPDX-License-Identifier: Apache-2.0

let answer = "first"
let functionNames = ["hello"]
