-- SPDX-License-Identifier: Apache-2.0
-- Posts invocations of "count" and holds every answer against what the function does.

local threads = {}

function setup(thread)
    thread:set("id", #threads + 1)
    table.insert(threads, thread)
end

function init()
    -- "Doubled" for a number of every kind of answer: the numbers of one thread are 1, 2, 3, …
    sent, right, failed, wrong = 0, 0, 0, 0
end

function request()
    sent = sent + 1
    local body = '{"Data":{"message":"\\"{\\\\\\"number\\\\\\":' .. sent .. '}\\""},"Metadata":{}}'
    return wrk.format("POST", "/count", {
        ["Content-Type"] = "application/json; charset=utf-8",
        ["X-Azure-Functions-InvocationId"] = "0f8fad5b-d9cb-469f-a165-" .. string.format("%06d%06d", id, sent % 1000000),
    }, body)
end

function response(status, headers, body)
    if status == 200 and string.find(body, '"Outputs":{"output":"eyJudW1iZXIi', 1, true) then
        right = right + 1
    elseif status == 500 and string.find(body, "internal_error", 1, true) then
        failed = failed + 1
    else
        wrong = wrong + 1
    end
end

function done(summary, latency, requests)
    local totals = { sent = 0, right = 0, failed = 0, wrong = 0 }
    for _, thread in ipairs(threads) do
        for name in pairs(totals) do totals[name] = totals[name] + thread:get(name) end
    end
    print(string.format(
        'totals {"sent":%d,"right":%d,"failed":%d,"wrong":%d,"socketErrors":%d,"perSecond":%.0f}',
        totals.sent, totals.right, totals.failed, totals.wrong,
        summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
        summary.requests / summary.duration * 1e6))
end
