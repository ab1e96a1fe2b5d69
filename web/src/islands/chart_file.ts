// SPDX-License-Identifier: Apache-2.0
// Beside the links to a chart's SVG and CSV, a button that makes a PNG of the SVG, twice as large,
// for documents that take no SVG. The picture comes from the server; nothing is drawn here.

const SCALE = 2;

function loadPicture(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new Error('no picture'));
    picture.src = address;
  });
}

function paint(picture: HTMLImageElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth * SCALE;
  canvas.height = picture.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function save(file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'vitrine-chart.png';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function savePng(address: string): Promise<void> {
  const canvas = paint(await loadPicture(address));
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (file === null) {
    throw new Error('no file');
  }
  save(file);
}

export function setUp(element: HTMLElement): void {
  const { svg, label, failed } = element.dataset;
  if (svg === undefined || element.querySelector('button') !== null) {
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'chart-png';
  button.textContent = label ?? '';
  button.addEventListener('click', () => {
    savePng(svg).catch(() => {
      const announcer = document.getElementById('announcer');
      if (announcer !== null) {
        announcer.textContent = failed ?? '';
      }
    });
  });
  element.append(' ', button);
}
