// SPDX-License-Identifier: Apache-2.0
// Buttons that copy the text of another element: <button data-copy="id" hidden>.

async function copyText(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset['copy'] ?? '');
  const label = button.textContent ?? '';
  try {
    await navigator.clipboard.writeText(source?.textContent?.trim() ?? '');
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Copying is not allowed here';
  }
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

export function setUpCopyButtons(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copyText(button));
  }
}
