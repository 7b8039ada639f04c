-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the swift-azure-functions authors
-- Sends the requests of the file $BENCH_REQUESTS in turn; each connection thread begins at another one.
local requests, count, at = {}, 0, 0

function init(arguments)
  local file = assert(io.open(os.getenv("BENCH_REQUESTS"), "rb"))
  for request in file:read("*a"):gmatch("[^%z]+") do
    count = count + 1
    requests[count] = request
  end
  file:close()
end

function request()
  at = at % count + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '@@ {"requests": %d, "microseconds": %d, "bytes": %d, "p50": %d, "p99": %d, "connect": %d, "read": %d, "write": %d, '
      .. '"status": %d, "timeout": %d}\n',
    summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(99),
    errors.connect, errors.read, errors.write, errors.status, errors.timeout))
end
