// SPDX-License-Identifier: Apache-2.0
// Fetches the profile of a large dataset's fields when its place comes near, in the place of the
// link to it.

export function setUp(element: HTMLElement): void {
  const section = element.closest('section');
  const address = element.dataset['address'];
  if (section === null || address === undefined) {
    return;
  }
  const take = async (): Promise<void> => {
    try {
      const answer = await fetch(address);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const filled = page.getElementById('fields-title')?.closest('section');
      if (answer.ok && filled != null && section.isConnected) {
        section.replaceWith(document.adoptNode(filled));
      }
    } catch {
      // The link stays.
    }
  };
  const watch = new IntersectionObserver(
    (seen) => {
      if (seen.some((one) => one.isIntersecting)) {
        watch.disconnect();
        void take();
      }
    },
    { rootMargin: '200px' },
  );
  watch.observe(element);
}
