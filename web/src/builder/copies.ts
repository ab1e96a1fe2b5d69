// SPDX-License-Identifier: Apache-2.0
// A search's body as code: for curl, R and Python.

export function codeOf(body: string): readonly (readonly [language: string, code: string])[] {
  const address = `${location.origin}/api/v1/search`;
  const text = JSON.stringify(body); // a text in quotes, for R and Python too
  return [
    [
      'curl',
      `curl -H 'Content-Type: application/json' -d '${body.replaceAll("'", `'\\''`)}' '${address}'`,
    ],
    [
      'R',
      `library(httr2)\nanswer <- request("${address}") |>\n  req_body_raw(${text}, "application/json") |>\n  req_perform() |> resp_body_json()`,
    ],
    [
      'Python',
      `import json, urllib.request\n\nrequest = urllib.request.Request("${address}", ${text}.encode(),\n    {"Content-Type": "application/json"})\nanswer = json.load(urllib.request.urlopen(request))`,
    ],
  ];
}
