// SPDX-License-Identifier: Apache-2.0
// The map engine as it is set up here, and where it is in the words of an address. Must not know:
// what the page around it holds.
import { Map as Engine } from 'maplibre-gl';
import { placeText } from './cells';
import { styleOf, type Mode, type Palette, type Sources } from './style';

/** The server's picture of a zoom shows 1,024 pixels of the world; the map is a little narrower. */
const ZOOM_STEP = 0.25;

/** Programs that draw without a graphics card, by the names that browsers give them. */
const PROCESSOR = /swiftshader|llvmpipe|softpipe|software|basic render/i;

function rendererOf(context: WebGL2RenderingContext): string {
  const name = String(context.getParameter(context.RENDERER));
  const masked = name.startsWith('WebKit'); // the same of every machine
  const told = masked ? context.getExtension('WEBGL_debug_renderer_info') : null;
  return told === null ? name : String(context.getParameter(told.UNMASKED_RENDERER_WEBGL));
}

/** Whether the browser has WebGL: from a graphics card, or from the processor alone, or not at all. */
export function graphicsOf(): 'card' | 'processor' | 'none' {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    return context === null ? 'none' : PROCESSOR.test(rendererOf(context)) ? 'processor' : 'card';
  } catch {
    return 'none';
  }
}

/** "z/latitude/longitude" of an address, as the engine counts zooms. */
function cameraOf(at: string): { center: [number, number]; zoom: number } {
  const [zoom, latitude, longitude] = at.split('/').map(Number);
  return { center: [longitude ?? 0, latitude ?? 0], zoom: Math.max(0, (zoom ?? 1) - ZOOM_STEP) };
}

export function jumpTo(map: Engine, at: string): void {
  map.jumpTo(cameraOf(at));
}

/** Where the map is, as map.at has it. */
export function placeOf(map: Engine): string {
  const { lng, lat } = map.getCenter();
  return placeText(map.getZoom() + ZOOM_STEP, { longitude: lng, latitude: lat });
}

export interface Look {
  readonly sources: Sources;
  readonly mode: Mode;
  readonly palette: Palette;
  readonly title: string;
  readonly trackResize: boolean; // whether the engine itself follows its container's size
}

/** The wheel zooms once the map has the focus: a page that is scrolled goes on past it. */
export function makeEngine(container: HTMLElement, at: string, look: Look): Engine {
  const map = new Engine({
    container,
    style: styleOf(look.sources, look.mode, look.palette),
    ...cameraOf(at),
    minZoom: 0,
    maxZoom: 18,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    scrollZoom: false,
    fadeDuration: 0,
    trackResize: look.trackResize,
    locale: { 'Map.Title': look.title },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const canvas = map.getCanvas();
  canvas.addEventListener('focus', () => map.scrollZoom.enable());
  canvas.addEventListener('blur', () => map.scrollZoom.disable());
  return map;
}
