// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Payloads in the form in which the host writes them (host contract §7).
enum EnvelopeSamples {
    /// `GET /api/hello/7?name=Tim` (§7.2, H1).
    static let h1 = #"""
        {"Data":{"req":{"Url":"http://localhost:7071/api/hello/7?name=Tim","Method":"GET","Query":{"name":"Tim"},"Headers":{"Accept":["*/*"],"Host":["localhost:7071"],"User-Agent":["curl/8.5.0"]},"Params":{"id":"7"},"Identities":[{"AuthenticationType":"WebJobsAuthLevel","IsAuthenticated":true,"Actor":null,"BootstrapContext":null,"Claims":[{"Issuer":"LOCAL AUTHORITY","OriginalIssuer":"LOCAL AUTHORITY","Properties":{},"Type":"http://schemas.microsoft.com/2017/07/functions/claims/authlevel","Value":"Admin","ValueType":"http://www.w3.org/2001/XMLSchema#string"}],"Label":null,"Name":null,"NameClaimType":"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name","RoleClaimType":"http://schemas.microsoft.com/ws/2008/06/identity/claims/role"}]}},"Metadata":{"name":"\"Tim\"","id":"\"7\"","Query":{"name":"Tim"},"Headers":{"Accept":"*/*","Host":"localhost:7071","User-Agent":"curl/8.5.0"},"sys":{"MethodName":"hello","UtcNow":"2024-10-24T10:11:12.1234567Z","RandGuid":"c3a5b1f0-6b6f-4d0b-a2a7-0a9f4c7d8e11"}}}
        """#

    /// `POST` with a JSON body (§7.2, H2).
    static let h2 = #"""
        {"Data":{"req":{"Url":"http://localhost:7071/api/hello","Method":"POST","Query":{},"Headers":{"Content-Type":["application/json"],"Content-Length":["39"]},"Params":{},"Identities":[],"Body":"{\"n\":1,\"s\":\"x\",\"o\":{\"p\":2},\"a\":[1]}"}},"Metadata":{"n":"\"1\"","s":"\"x\"","o":{"p":2},"Query":{},"Headers":{"Content-Type":"application/json"},"sys":{"MethodName":"hello","UtcNow":"2024-10-24T10:11:12.1234567Z","RandGuid":"c3a5b1f0-6b6f-4d0b-a2a7-0a9f4c7d8e11"}}}
        """#

    /// Bytes `00 FF` as `application/octet-stream` (§7.2, H3).
    static let h3 = request(contentType: "application/octet-stream", body: "AP8=")

    /// A timer's firing (§7.4).
    static let timer = #"""
        {"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2024-10-24T10:00:00+00:00","Next":"2024-10-24T10:05:00+00:00","LastUpdated":"2024-10-24T10:00:00+00:00"},"IsPastDue":true}},"Metadata":{"sys":{"MethodName":"tick","UtcNow":"2024-10-24T10:11:12.1234567Z","RandGuid":"c3a5b1f0-6b6f-4d0b-a2a7-0a9f4c7d8e11"}}}
        """#

    /// A POST whose body the host encoded by its content type.
    static func request(contentType: String, body: String) -> String {
        #"{"Data":{"req":{"Url":"http://localhost/api/hello","Method":"POST","Query":{},"Headers":{"content-type":[""#
            + contentType + #""]},"Params":{},"Identities":[],"Body":""# + body + #""}},"Metadata":{}}"#
    }

    /// A GET with these members of `req` beside the fixed ones.
    static func request(members: String) -> String {
        #"{"Data":{"req":{"Url":"http://localhost/api/hello","Method":"GET",\#(members)}},"Metadata":{}}"#
    }
}
