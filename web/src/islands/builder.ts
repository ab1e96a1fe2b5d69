// SPDX-License-Identifier: Apache-2.0
// The query builder: the JSON of the form's text as a tree of groups and conditions, with fields and
// values completed, counted while it changes, mistakes told where they are. The text stays what is
// sent, so both can be edited. Words come from the server's list.
import {
  changeNode,
  isComplete,
  moveInto,
  moveNode,
  moveOut,
  newClause,
  newGroup,
  newSame,
  nodeAt,
  parentOf,
  readQuery,
  TreeError,
  writeQuery,
  type Clause,
  type Group,
  type GroupKind,
  type Json,
  type Node,
  type Same,
} from '../builder/tree';
import { Completion, Known } from '../builder/completion';
import { codeOf } from '../builder/copies';
import { kept, partsOf, termGroups, type Part } from '../builder/terms';
import { element, fill, readWords, type Words } from '../builder/words';

const WAIT_MS = 250;

class Builder {
  private root: Group = newGroup('and');
  private places: ReadonlyMap<number, string> = new Map();
  private json: Json = {};
  private readonly words: Words;
  private readonly known = new Known((name) => this.named(name));
  private readonly tree: HTMLElement;
  private readonly live: HTMLElement;
  private readonly text: HTMLTextAreaElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private request: AbortController | undefined;

  constructor(private readonly form: HTMLFormElement) {
    this.words = readWords(form);
    this.tree = form.querySelector<HTMLElement>('[data-tree]') ?? form;
    this.live = form.querySelector<HTMLElement>('.build-live') ?? form;
    this.text = form.querySelector('textarea') ?? document.createElement('textarea');
    this.text.addEventListener('input', () => this.readText());
    form.addEventListener('submit', (event) => this.send(event));
    const folded = form.querySelector<HTMLDetailsElement>('.build-json');
    if (this.readText() && folded !== null) {
      folded.open = false;
    }
    this.drawCopies();
  }

  // --- the text and the tree -----------------------------------------------------------------

  private readText(): boolean {
    try {
      const json: unknown = this.text.value.trim() === '' ? {} : JSON.parse(this.text.value);
      this.root = readQuery(json);
      if (this.root.members.length === 0) {
        this.root = newGroup(this.root.kind, [newClause('string_equals')]);
      }
      this.text.removeAttribute('aria-invalid');
      this.update(false);
      this.draw();
      return true;
    } catch (error) {
      const place = error instanceof TreeError ? `${error.pointer} ${error.message}` : '';
      this.text.setAttribute('aria-invalid', 'true');
      this.request?.abort();
      this.live.textContent = `${this.words('no-json')} ${place}`.trim();
      return false;
    }
  }

  /** After the tree has changed: the text, the count. */
  private update(writeText = true): void {
    const { json, places } = writeQuery(this.root);
    this.json = json;
    this.places = places;
    if (writeText) {
      this.text.value = JSON.stringify(json, null, 1);
      this.text.removeAttribute('aria-invalid');
    }
    for (const part of this.tree.querySelectorAll<HTMLElement>('[data-node]')) {
      this.markUnfinished(part);
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.count(), WAIT_MS);
  }

  private markUnfinished(part: HTMLElement): void {
    const place = parentOf(this.root, Number(part.dataset['node']));
    const node = place?.group.members[place.index];
    const note = part.querySelector<HTMLElement>(':scope > .build-note');
    if (note !== null && node?.kind === 'clause') {
      note.textContent = isComplete(node) ? '' : this.words('unfinished');
      note.classList.remove('build-error');
    }
  }

  private change(id: number, change: (node: Node) => Node | undefined): void {
    this.root = changeNode(this.root, id, change);
    this.update();
  }

  private restructure(root: Group, focus: string, said = ''): void {
    this.root = root;
    this.draw();
    this.update();
    this.tree.querySelector<HTMLElement>(focus)?.focus();
    if (said !== '') {
      this.live.textContent = said;
    }
  }

  // --- counting ------------------------------------------------------------------------------

  private named(name: string): string[] {
    const inputs = this.form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`);
    return [...inputs].flatMap((input) => input.value.split(',')).filter((value) => value !== '');
  }

  private body(): Json {
    const lists = { datasets: 'dataset', tables: 'table', kinds: 'kind' } as const;
    const body: Record<string, unknown> = { query: this.json, limit: 0 };
    for (const [member, name] of Object.entries(lists)) {
      const values = this.named(name);
      if (values.length > 0) {
        body[member] = values;
      }
    }
    const version = this.named('version')[0];
    if (version !== undefined) {
      body['version'] = /^\d+$/.test(version) ? Number(version) : version;
    }
    return body;
  }

  private async count(): Promise<void> {
    this.request?.abort();
    const controller = new AbortController();
    this.request = controller;
    this.live.textContent = `${this.words('counting')}…`;
    try {
      const answer = await fetch('/api/v1/search', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Accept-Language': document.documentElement.lang, // of what it refuses
        },
        body: JSON.stringify(this.body()),
        signal: controller.signal,
      });
      const facts = ((await answer.json()) ?? {}) as Record<string, unknown>;
      if (controller.signal.aborted) {
        return;
      }
      if (answer.ok) {
        const total = Number(facts['total']);
        this.live.textContent = fill(this.words(total === 1 ? 'record' : 'records'), total);
      } else {
        this.tellMistake(String(facts['field'] ?? ''), String(facts['detail'] ?? ''));
      }
      this.drawCopies();
    } catch {
      if (!controller.signal.aborted) {
        this.live.textContent = this.words('not-counted');
      }
    }
  }

  private tellMistake(field: string, detail: string): void {
    const id = nodeAt(this.places, field.replace(/^\/query/, ''));
    const part = this.tree.querySelector<HTMLElement>(`[data-node="${id ?? ''}"]`);
    const note = part?.querySelector<HTMLElement>(':scope > .build-note');
    this.live.textContent = detail;
    if (note !== null && note !== undefined) {
      note.textContent = detail;
      note.classList.add('build-error');
    }
  }

  private async values(id: number, text: string, signal: AbortSignal): Promise<string[]> {
    const place = parentOf(this.root, id);
    const node = place?.group.members[place.index];
    const fields = node?.kind === 'clause' ? node.value['fields'] : undefined;
    const field: unknown = Array.isArray(fields) ? fields[0] : undefined;
    return typeof field === 'string' ? this.known.values(field, text, signal) : [];
  }

  // --- sending and copying -------------------------------------------------------------------

  private send(event: SubmitEvent): void {
    const compact = JSON.stringify(this.json);
    if (this.text.getAttribute('aria-invalid') === 'true') {
      return; // the server tells what is wrong with it
    }
    const pairs = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      pairs.append(name, name === 'query' ? compact : String(value));
    }
    const length = `/search?${pairs}`.length;
    const limit = Number(this.form.dataset['limit']);
    if (length > limit) {
      event.preventDefault();
      this.live.textContent = fill(this.words('too-long'), length, limit);
      return;
    }
    this.text.value = compact;
    this.text.disabled = compact === '{}'; // asks nothing
    setTimeout(() => {
      this.text.disabled = false;
    });
  }

  private drawCopies(): void {
    const place = this.form.querySelector<HTMLElement>('[data-copies]');
    const body = JSON.stringify({ ...this.body(), limit: 100 });
    const label = element('span', '', this.words('copy-as'));
    const buttons = codeOf(body).map(([name, code]) => {
      const button = element('button', 'quiet', name);
      button.type = 'button';
      button.setAttribute('aria-label', `${this.words('copy-as')} ${name}`);
      button.addEventListener('click', () => {
        void navigator.clipboard.writeText(code).then(() => {
          this.live.textContent = `${this.words('copied')}: ${name}`;
        });
      });
      return button;
    });
    place?.replaceChildren(label, ...buttons);
  }

  // --- drawing -------------------------------------------------------------------------------

  private draw(): void {
    this.tree.replaceChildren(this.drawGroup(this.root, 1, true));
  }

  private button(label: string, name: string, act: () => void): HTMLButtonElement {
    const button = element('button', 'quiet build-button', label);
    button.type = 'button';
    if (name !== label) {
      button.setAttribute('aria-label', name);
      button.title = name;
    }
    button.addEventListener('click', act);
    return button;
  }

  /** Move and remove, of any member. */
  private ways(node: Node, name: string): HTMLElement {
    const ways = element('span', 'build-ways');
    const place = parentOf(this.root, node.id);
    const say = (word: string): string => `${this.words(word)}: ${name}`;
    const back = (way: string): string => `[data-node="${node.id}"] [data-way="${way}"]`;
    const add = (way: string, sign: string, act: () => void, possible: boolean): void => {
      if (possible) {
        const button = this.button(sign, say(way), act);
        button.dataset['way'] = way;
        ways.append(button);
      }
    };
    const before = place?.group.members[place.index - 1];
    const count = place?.group.members.length ?? 0;
    const index = place?.index ?? 0;
    const moved = say('moved');
    const go = (root: Group, way: string): void => {
      this.restructure(root, back(way), moved);
      if (!this.tree.contains(document.activeElement)) {
        this.tree.querySelector<HTMLElement>(`[data-node="${node.id}"] select`)?.focus();
      }
    };
    add('up', '↑', () => go(moveNode(this.root, node.id, -1), 'up'), index > 0);
    add('down', '↓', () => go(moveNode(this.root, node.id, 1), 'down'), index + 1 < count);
    add(
      'out',
      '←',
      () => go(moveOut(this.root, node.id), 'out'),
      place !== undefined && parentOf(this.root, place.group.id) !== undefined,
    );
    add(
      'into',
      '→',
      () => go(moveInto(this.root, node.id), 'into'),
      before !== undefined && before.kind !== 'clause',
    );
    add(
      'remove',
      '×',
      () => {
        const group = place?.group.id ?? this.root.id;
        this.restructure(
          changeNode(this.root, node.id, () => undefined),
          `[data-node="${group}"] [data-way="add"]`,
          say('removed'),
        );
      },
      true,
    );
    return ways;
  }

  private note(): HTMLElement {
    return element('p', 'build-note');
  }

  private drawGroup(group: Group, depth: number, isRoot: boolean, held = false): HTMLElement {
    const box = element('fieldset', 'build-group');
    box.dataset['node'] = String(group.id);
    const legend = element('legend', 'hidden', `${this.words('group')} ${depth}`);
    const head = element('div', 'build-head');
    const kind = element('select');
    kind.setAttribute('aria-label', `${this.words('group')} ${depth}`);
    for (const name of ['and', 'or', 'not'] as const) {
      kind.append(new Option(this.words(name), name, false, name === group.kind));
    }
    kind.addEventListener('change', () => {
      this.change(group.id, (node) =>
        node.kind === 'clause' || node.kind === 'same'
          ? node
          : { ...node, kind: kind.value as GroupKind },
      );
    });
    head.append(kind);
    if (!isRoot && !held) {
      head.append(this.ways(group, `${this.words('group')} ${depth}`));
    }
    const list = element('ul', 'build-members');
    for (const member of group.members) {
      const item = element('li');
      item.append(this.drawNode(member, depth));
      list.append(item);
    }
    const add = element('p', 'build-add');
    const grown = (node: Node): Group =>
      changeNode(this.root, group.id, (old) =>
        old.kind === 'clause' || old.kind === 'same'
          ? old
          : { ...old, members: [...old.members, node] },
      );
    const addClause = this.button(this.words('add-clause'), this.words('add-clause'), () => {
      const clause = newClause('string_equals');
      this.restructure(grown(clause), `[data-node="${clause.id}"] input`);
    });
    addClause.dataset['way'] = 'add';
    const addGroup = this.button(this.words('add-group'), this.words('add-group'), () => {
      const clause = newClause('string_equals');
      this.restructure(
        grown(newGroup(group.kind === 'or' ? 'and' : 'or', [clause])),
        `[data-node="${clause.id}"] input`,
      );
    });
    add.append(addClause, ' ', addGroup);
    box.append(legend, head, this.note(), list, add);
    return box;
  }

  private drawNode(node: Node, depth: number): HTMLElement {
    if (node.kind === 'same') {
      return this.drawSame(node, depth);
    }
    return node.kind === 'clause' ? this.drawClause(node) : this.drawGroup(node, depth + 1, false);
  }

  private drawSame(same: Same, depth: number): HTMLElement {
    const box = element('div', 'build-clause build-same');
    box.dataset['node'] = String(same.id);
    const head = element('div', 'build-head');
    const label = element('label', '', `${this.words('same')} `);
    const input = element('input');
    input.type = 'text';
    input.value = same.list;
    input.autocomplete = 'off';
    input.addEventListener('input', () => {
      this.change(same.id, (node) => (node.kind === 'same' ? { ...node, list: input.value } : node));
    });
    label.append(input);
    new Completion(input, (text, signal) => this.known.fields(text, signal));
    head.append(label, this.ways(same, this.words('same')));
    box.append(head, this.note(), this.drawGroup(same.group, depth + 1, false, true));
    return box;
  }

  private drawClause(clause: Clause): HTMLElement {
    const box = element('div', 'build-clause');
    box.dataset['node'] = String(clause.id);
    const head = element('div', 'build-head');
    head.append(this.drawTerms(clause), this.ways(clause, this.words(clause.term)));
    const parts = element('div', 'build-parts');
    for (const part of partsOf(clause.term)) {
      parts.append(this.drawPart(clause.id, clause.value, part));
    }
    const note = this.note();
    note.textContent = isComplete(clause) ? '' : this.words('unfinished');
    box.append(head, parts, note);
    return box;
  }

  private drawTerms(clause: Clause): HTMLElement {
    const select = element('select');
    select.setAttribute('aria-label', this.words('kind'));
    for (const [group, names] of termGroups) {
      const options = element('optgroup');
      options.label = this.words(group);
      for (const name of names) {
        options.append(new Option(this.words(name), name, false, name === clause.term));
      }
      select.append(options);
    }
    if (![...select.options].some((option) => option.value === clause.term)) {
      select.append(new Option(clause.term, clause.term, false, true));
    }
    select.addEventListener('change', () => {
      const term = select.value;
      if (term === 'same') {
        const same = newSame();
        const root = changeNode(this.root, clause.id, () => same);
        this.restructure(root, `[data-node="${same.id}"] input`);
        return;
      }
      const root = changeNode(this.root, clause.id, (node) =>
        node.kind === 'clause' ? { ...node, term, value: kept(node.value, term) } : node,
      );
      this.restructure(root, `[data-node="${clause.id}"] select`);
    });
    return select;
  }

  /** The members of a clause's value that one control of its form sets. */
  private set(id: number, members: Json): void {
    this.change(id, (node) => {
      if (node.kind !== 'clause') {
        return node;
      }
      const value = Object.fromEntries(
        Object.entries({ ...node.value, ...members }).filter(([, member]) => member !== undefined),
      );
      return { ...node, value };
    });
  }

  private drawPart(id: number, value: Json, part: Part): HTMLElement {
    const label = element('label', `build-part build-${part.kind}`);
    const caption = element('span', '', this.words(part.word ?? part.name));
    label.append(caption);
    if (part.kind === 'choice') {
      const select = element('select');
      const now = part.read(value);
      for (const [option, word] of part.options ?? []) {
        select.append(new Option(this.words(word), option, false, option === now));
      }
      select.addEventListener('change', () => this.set(id, part.write(select.value, value)));
      label.append(select);
      return label;
    }
    if (part.kind === 'truth') {
      const box = element('input');
      box.type = 'checkbox';
      box.checked = part.read(value) === 'true';
      box.addEventListener('change', () => this.set(id, part.write(String(box.checked), value)));
      label.prepend(box);
      return label;
    }
    const input = part.kind === 'lines' ? element('textarea') : element('input');
    input.value = part.read(value);
    input.autocomplete = 'off';
    input.spellcheck = false;
    if (input instanceof HTMLInputElement) {
      input.type = part.kind === 'number' ? 'number' : 'text';
      input.step = 'any';
    }
    if (part.kind === 'fields') {
      input.placeholder = this.words('fields-hint');
    }
    input.addEventListener('input', () => {
      const place = parentOf(this.root, id);
      const node = place?.group.members[place.index];
      this.set(id, part.write(input.value, node?.kind === 'clause' ? node.value : value));
    });
    label.append(input);
    if (input instanceof HTMLInputElement && part.kind === 'fields') {
      new Completion(input, (text, signal) => this.known.fields(text, signal));
    } else if (input instanceof HTMLInputElement && part.kind === 'value') {
      new Completion(input, (text, signal) => this.values(id, text, signal));
    }
    return label;
  }
}

export function setUp(form: HTMLElement): void {
  if (form instanceof HTMLFormElement) {
    new Builder(form);
  }
}
