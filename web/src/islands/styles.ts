// SPDX-License-Identifier: Apache-2.0
// Style sheets of views. The server links each where its view stands, which is right for a page that
// is read once; a page that changes in place would drop and load them with every answer, and lay
// everything out twice. So they move to the head and stay there, those not in use asleep.
// Must not know: what the views are.

const AWAKE = 'all';
const ASLEEP = 'not all'; // a disabled link would load anew when it is wanted again

interface Sheet {
  readonly link: HTMLLinkElement;
  /** Also when it could not be loaded: a page without its style is still a page. */
  readonly loaded: Promise<void>;
}

const sheets = new Map<string, Sheet>();
let kept: Promise<void> | undefined;

function addSheet(address: string): Sheet {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  const loaded = new Promise<void>((resolve) => {
    link.addEventListener('load', () => resolve(), { once: true });
    link.addEventListener('error', () => resolve(), { once: true });
  });
  link.href = address;
  document.head.append(link);
  return { link, loaded };
}

/** Takes the links out of `part` and wakes their sheets, which stand when it is done. */
async function takeOver(part: ParentNode): Promise<Set<string>> {
  const links = [...part.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const wanted = new Set(links.map((link) => link.getAttribute('href') ?? ''));
  const loading = [...wanted].map((address) => {
    const sheet = sheets.get(address) ?? addSheet(address);
    sheets.set(address, sheet);
    return sheet.loaded;
  });
  await Promise.all(loading);
  links.forEach((link) => link.remove());
  return wanted;
}

/** Moves the sheets of the page as it was loaded, once, whoever asks first. */
export async function keepStyles(part: ParentNode): Promise<void> {
  kept ??= takeOver(part).then(() => undefined);
  await kept;
}

/** Prepares the sheets of what is about to be shown; what it returns is called as it is shown. */
export async function prepareStyles(part: ParentNode): Promise<() => void> {
  const wanted = await takeOver(part);
  return () => {
    for (const [address, { link }] of sheets) {
      const media = wanted.has(address) ? AWAKE : ASLEEP;
      if ((link.media || AWAKE) !== media) {
        link.media = media;
      }
    }
  };
}
