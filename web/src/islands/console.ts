// SPDX-License-Identifier: Apache-2.0
// The page of the programming interface: an operation's form asks in place, shows status, time and the
// answer, and the same request for curl, R and Python.

const SHOWN = 20_000; // characters of an answer

interface Asked {
  readonly method: string;
  readonly address: string;
  readonly body?: string;
  readonly type?: string;
}

function readForm(operation: HTMLElement, form: HTMLFormElement): Asked {
  let path = operation.dataset['path'] ?? '';
  const query = new URLSearchParams();
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name]')) {
    const value = box.value.trim();
    if (box.dataset['in'] === 'path') {
      path = path.replace(`{${box.name}}`, encodeURIComponent(value));
    } else if (value !== '') {
      query.append(box.name, value);
    }
  }
  const text = query.toString().replaceAll("'", '%27');
  const address = text === '' ? path : `${path}?${text}`;
  const method = operation.dataset['method'] ?? 'GET';
  const area = form.querySelector<HTMLTextAreaElement>('textarea');
  return area === null
    ? { method, address }
    : { method, address, body: area.value, type: area.dataset['body'] ?? 'application/json' };
}

/** A text for a shell, within single quotes. */
function quoteShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function samples(asked: Asked, origin: string): readonly (readonly [string, string])[] {
  const address = (origin === '' ? location.origin : origin) + asked.address;
  if (asked.body === undefined) {
    return [
      ['curl', `curl ${quoteShell(address)}`],
      ['R', `library(jsonlite)\nanswer <- fromJSON("${address}")`],
      [
        'Python',
        `import json, urllib.request\n\nwith urllib.request.urlopen("${address}") as reply:\n    answer = json.load(reply)`,
      ],
    ];
  }
  const body = JSON.stringify(asked.body);
  const type = asked.type ?? '';
  return [
    [
      'curl',
      `curl -H ${quoteShell(`Content-Type: ${type}`)} --data-binary ${quoteShell(asked.body)} ${quoteShell(address)}`,
    ],
    [
      'R',
      `library(httr)\nanswer <- content(POST("${address}", body = ${body}, content_type("${type}")))`,
    ],
    [
      'Python',
      `import json, urllib.request\n\nrequest = urllib.request.Request("${address}", data=${body}.encode(),\n                                 headers={"Content-Type": "${type}"})\nwith urllib.request.urlopen(request) as reply:\n    answer = json.load(reply)`,
    ],
  ];
}

function codeBlock(name: string, code: string, label: string): HTMLElement {
  const part = document.createElement('div');
  const title = document.createElement('h3');
  const frame = document.createElement('pre');
  const copy = document.createElement('button');
  part.className = 'code-sample';
  title.textContent = name;
  frame.tabIndex = 0;
  frame.setAttribute('aria-label', name);
  frame.textContent = code;
  copy.type = 'button';
  copy.className = 'quiet';
  copy.textContent = label;
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(code).then(
      () => (copy.textContent = document.body.dataset['copied'] ?? ''),
      () => (copy.textContent = document.body.dataset['notCopied'] ?? ''),
    );
  });
  part.append(title, frame, copy);
  return part;
}

function readable(text: string, type: string): string {
  if (!/json/.test(type) || /jsonl|ndjson/.test(type)) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Reads no more than what is shown: some operations send millions of rows. */
async function readStart(answer: Response, controller: AbortController): Promise<[string, boolean]> {
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) {
      return [text, false];
    }
    text += decoder.decode(value, { stream: true });
    if (text.length > 50 * SHOWN) {
      controller.abort();
      return [text, true];
    }
  }
  return [text, false];
}

async function ask(root: HTMLElement, operation: HTMLElement, form: HTMLFormElement): Promise<void> {
  const words = (name: string): string => root.dataset[name] ?? '';
  const asked = readForm(operation, form);
  operation.querySelector('.console-answer')?.remove();
  const place = document.createElement('div');
  const line = document.createElement('p');
  place.className = 'console-answer';
  line.setAttribute('role', 'status');
  line.textContent = words('asking');
  place.append(line);
  operation.append(place);
  const started = performance.now();
  const controller = new AbortController();
  try {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (asked.type !== undefined) {
      headers['Content-Type'] = asked.type;
    }
    const answer = await fetch(asked.address, {
      method: asked.method,
      headers,
      body: asked.body ?? null,
      signal: controller.signal,
    });
    const [text, cut] = await readStart(answer, controller);
    const shown = readable(text, answer.headers.get('Content-Type') ?? '');
    const milliseconds = Math.round(performance.now() - started);
    line.textContent = `${answer.status} ${answer.statusText} · ${milliseconds} ms`;
    place.append(codeBlock(words('answer'), shown.slice(0, SHOWN), words('copy')));
    if (cut || shown.length > SHOWN) {
      const more = document.createElement('p');
      more.textContent = words('cut');
      place.append(more);
    }
  } catch {
    line.textContent = words('failed');
  }
  for (const [name, code] of samples(asked, words('origin'))) {
    place.append(codeBlock(name, code, words('copy')));
  }
}

export function setUp(root: HTMLElement): void {
  root.addEventListener('submit', (event) => {
    const form = event.target;
    const operation = form instanceof HTMLFormElement ? form.closest<HTMLElement>('.operation') : null;
    if (form instanceof HTMLFormElement && operation !== null) {
      event.preventDefault();
      void ask(root, operation, form);
    }
  });
  for (const button of root.querySelectorAll<HTMLElement>('.with-script')) {
    button.classList.remove('with-script');
  }
  // A link to an operation opens it.
  const named = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) {
    named.open = true;
  }
}
