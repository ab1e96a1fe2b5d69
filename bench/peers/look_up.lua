-- SPDX-License-Identifier: Apache-2.0
-- For wrk: records by catalogue number, keys at random, each by the address of its own or as a
-- search. Arguments behind --: a file of catalogue numbers, one a line; then "record TABLE" or
-- "search".

local requests = {}
local thread_number = 0

function setup(thread)
    thread:set("seed", thread_number)
    thread_number = thread_number + 1
end

function init(arguments)
    math.randomseed(4711 + seed)
    for number in io.lines(arguments[1]) do
        if arguments[2] == "record" then
            local path = "/api/v1/records/" .. arguments[3] .. "/" .. number
            requests[#requests + 1] = wrk.format("GET", path)
        else
            local body = '{"limit":1,"query":{"filters":{"and":[{"string_equals":' ..
                '{"fields":["catalognumber"],"value":"' .. number .. '"}}]}}}'
            requests[#requests + 1] = wrk.format("POST", "/api/v1/search",
                { ["Content-Type"] = "application/json" }, body)
        end
    end
end

function request()
    return requests[math.random(#requests)]
end

-- One line that a program can read: what went wrong counts against the figure.
function done(summary, latency, _)
    local errors = summary.errors
    local bad = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    io.write(string.format("LOOKUPS %d BAD %d SECONDS %.3f P99_MS %.3f\n", summary.requests, bad,
        summary.duration / 1e6, latency:percentile(99) / 1e3))
end
