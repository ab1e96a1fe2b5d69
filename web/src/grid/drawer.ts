// SPDX-License-Identifier: Apache-2.0
// A record beside the table: the main part of its page in a dialog. j and k go to the next and the
// previous one, Escape goes back. Must not know: the grid.

export class Drawer {
  private readonly dialog = document.createElement('dialog');
  private readonly content = document.createElement('div');
  private request: AbortController | undefined;

  constructor(
    private readonly place: HTMLElement,
    step: (step: 1 | -1) => void,
    closed: () => void,
  ) {
    const { dialog } = this;
    dialog.className = 'drawer';
    const tools = document.createElement('div');
    tools.className = 'drawer-tools';
    const add = (name: string, sign: string, action: () => void): void => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = sign;
      button.setAttribute('aria-label', place.dataset[name] ?? '');
      button.title = place.dataset[name] ?? '';
      button.addEventListener('click', action);
      tools.append(button);
    };
    add('previous', '‹', () => step(-1));
    add('next', '›', () => step(1));
    add('close', '×', () => dialog.close());
    this.content.className = 'drawer-content';
    this.content.tabIndex = 0;
    this.content.setAttribute('role', 'region');
    dialog.append(tools, this.content);
    dialog.addEventListener('close', () => {
      this.request?.abort();
      dialog.remove();
      closed();
    });
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) {
        dialog.close();
      }
    });
    dialog.addEventListener('keydown', (event) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (plain && (event.key === 'j' || event.key === 'k')) {
        event.preventDefault();
        step(event.key === 'j' ? 1 : -1);
      }
    });
  }

  show(address: string): void {
    if (!this.dialog.isConnected) {
      document.body.append(this.dialog); // beyond the search's form and its links in place
    }
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    void this.load(address);
  }

  private async load(address: string): Promise<void> {
    this.request?.abort();
    const controller = new AbortController();
    this.request = controller;
    this.content.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(address, {
        headers: { Accept: 'text/html' },
        signal: controller.signal,
      });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const main = page.querySelector('main');
      if (controller.signal.aborted || main === null) {
        return;
      }
      const whole = document.createElement('a');
      whole.href = address;
      whole.textContent = this.place.dataset['whole'] ?? address;
      const parts = [...document.adoptNode(main).childNodes];
      this.content.replaceChildren(whole, ...parts);
      const title = this.content.querySelector('h1')?.textContent?.trim() ?? '';
      this.dialog.setAttribute('aria-label', title);
      this.content.setAttribute('aria-label', title);
      this.content.scrollTop = 0;
      this.content.focus();
    } catch {
      if (!controller.signal.aborted) {
        this.content.textContent = this.place.dataset['failed'] ?? '';
      }
    } finally {
      this.content.removeAttribute('aria-busy');
    }
  }
}
