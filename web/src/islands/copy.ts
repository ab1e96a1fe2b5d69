// SPDX-License-Identifier: Apache-2.0
// Buttons that copy the text of another element, <button data-copy="id" hidden>, or of another
// address of this host: <button data-copy-address="/..." hidden>.

async function textFor(button: HTMLButtonElement): Promise<string> {
  const address = button.dataset['copyAddress'];
  if (address !== undefined) {
    const answer = await fetch(address);
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    return answer.text();
  }
  return document.getElementById(button.dataset['copy'] ?? '')?.textContent?.trim() ?? '';
}

async function copyText(button: HTMLButtonElement): Promise<void> {
  const label = [...button.childNodes];
  try {
    await navigator.clipboard.writeText(await textFor(button));
    button.textContent = document.body.dataset['copied'] ?? '';
  } catch {
    button.textContent = document.body.dataset['notCopied'] ?? '';
  }
  setTimeout(() => {
    button.replaceChildren(...label);
  }, 2000);
}

export function setUpCopyButtons(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>(
    'button[data-copy], button[data-copy-address]',
  )) {
    button.hidden = false;
    button.addEventListener('click', () => void copyText(button));
  }
}
