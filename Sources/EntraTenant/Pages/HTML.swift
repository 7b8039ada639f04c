// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Text as HTML content and attribute values.
enum HTML {
    static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A whole page.
    static func page(_ title: String, _ body: String) -> String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>\(escape(title))</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#222}
        label{display:block;margin:.4rem 0}input[type=text],input[type=password]{font:inherit;width:20rem}
        button{font:inherit;padding:.3rem 1.2rem;margin-top:.8rem}.error{color:#a00}code{background:#eee}
        table{border-collapse:collapse}td,th{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top}</style>
        </head><body>
        \(body)
        </body></html>
        """
    }

    /// Parameters as hidden fields.
    static func hidden(_ parameters: some Sequence<(name: String, value: String)>) -> String {
        parameters.map { name, value in
            "<input type=\"hidden\" name=\"\(escape(name))\" value=\"\(escape(value))\">"
        }.joined(separator: "\n")
    }
}
