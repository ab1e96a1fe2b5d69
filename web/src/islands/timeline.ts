// SPDX-License-Identifier: Apache-2.0
// Sliders beside the lists of commits: each moves through its list, oldest to the left, and says the
// commit while it moves; letting go asks for it as choosing from the list would.

function addSlider(select: HTMLSelectElement, words: string): void {
  const slider = document.createElement('input');
  const last = select.options.length - 1;
  const label = select.labels?.[0]?.textContent?.trim() ?? '';
  slider.type = 'range';
  slider.min = '0';
  slider.max = String(last);
  slider.value = String(last - select.selectedIndex);
  slider.id = `${select.id}-slider`;
  slider.setAttribute('aria-label', words.replace('{}', label));
  const say = (): void => {
    slider.setAttribute('aria-valuetext', select.selectedOptions[0]?.text ?? '');
  };
  say();
  slider.addEventListener('input', () => {
    select.selectedIndex = last - Number(slider.value);
    say();
  });
  slider.addEventListener('change', (event) => {
    event.stopPropagation();
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  select.after(slider);
}

export function setUp(element: HTMLElement): void {
  for (const select of element.querySelectorAll('select')) {
    if (select.options.length > 2) {
      addSlider(select, element.dataset['slider'] ?? '');
    }
  }
}
