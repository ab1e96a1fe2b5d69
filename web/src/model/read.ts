// SPDX-License-Identifier: Apache-2.0
// Models from the bytes of their files: glTF (text and binary), STL, PLY, OBJ. Nothing is loaded
// from elsewhere, and nothing through blob: or data: addresses, which the pages' policy refuses.
import {
  BufferGeometry,
  DoubleSide,
  Group,
  Mesh,
  MeshStandardMaterial,
  Object3D,
  Points,
  PointsMaterial,
  Texture,
} from 'three';
import { GLTFLoader, type GLTFParser } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { OBJLoader } from 'three/examples/jsm/loaders/OBJLoader.js';
import { PLYLoader } from 'three/examples/jsm/loaders/PLYLoader.js';
import { STLLoader } from 'three/examples/jsm/loaders/STLLoader.js';

export const FORMATS = ['glb', 'gltf', 'stl', 'ply', 'obj'] as const;
export type Format = (typeof FORMATS)[number];

const STONE = 0xc9bfa9; // of models that bring no colour

/** What the loader keeps to itself and here reads without asking the network for what it has. */
interface Parser {
  json: {
    extensionsRequired?: string[];
    buffers?: { uri?: string }[];
    images?: { uri?: string; mimeType?: string; bufferView?: number }[];
  };
  loadBuffer(index: number): Promise<ArrayBuffer>;
  loadImageSource(index: number): Promise<Texture>;
  getDependency(type: 'bufferView', index: number): Promise<ArrayBuffer>;
}

function bytesOf(address: string): Uint8Array<ArrayBuffer> {
  const comma = address.indexOf(',');
  const body = address.slice(comma + 1);
  const text = address.slice(0, comma).endsWith(';base64') ? atob(body) : decodeURIComponent(body);
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

async function imageOf(parser: Parser, index: number): Promise<Texture> {
  const image = parser.json.images?.[index] ?? {};
  const bytes =
    image.bufferView !== undefined
      ? await parser.getDependency('bufferView', image.bufferView)
      : image.uri?.startsWith('data:')
        ? bytesOf(image.uri)
        : undefined;
  if (bytes === undefined) {
    throw new Error('its pictures are in files of their own');
  }
  const blob = new Blob([bytes], { type: image.mimeType ?? '' });
  const texture = new Texture(
    await createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' }),
  );
  texture.needsUpdate = true;
  return texture;
}

/** What a model may need that would take programs to unpack, which the pages do not bring. */
const PACKED: Readonly<Record<string, string>> = {
  KHR_draco_mesh_compression: 'Draco',
  EXT_meshopt_compression: 'meshopt',
  KHR_texture_basisu: 'Basis Universal',
};

function refusePacked(parser: Parser): void {
  const packed = (parser.json.extensionsRequired ?? []).map((name) => PACKED[name]);
  const first = packed.find((name) => name !== undefined);
  if (first !== undefined) {
    throw new Error(`it is compressed with ${first}, which this page does not unpack`);
  }
}

function keepInside(given: GLTFParser): { name: string } {
  const parser = given as unknown as Parser;
  refusePacked(parser);
  const loadBuffer = parser.loadBuffer.bind(parser);
  parser.loadBuffer = (index) => {
    const address = parser.json.buffers?.[index]?.uri;
    return address?.startsWith('data:')
      ? Promise.resolve(bytesOf(address).buffer)
      : loadBuffer(index);
  };
  const known = new Map<number, Promise<Texture>>();
  parser.loadImageSource = (index) => {
    const before = known.get(index);
    if (before !== undefined) {
      return before.then((texture) => texture.clone());
    }
    const texture = imageOf(parser, index);
    known.set(index, texture);
    return texture;
  };
  return { name: 'vitrine_inside' };
}

async function readGltf(bytes: ArrayBuffer): Promise<Object3D> {
  const loader = new GLTFLoader();
  loader.register(keepInside);
  return (await loader.parseAsync(bytes, '')).scene;
}

function surface(geometry: BufferGeometry): Object3D {
  const vertexColors = geometry.hasAttribute('color');
  const color = vertexColors ? 0xffffff : STONE;
  if (!geometry.hasAttribute('normal')) {
    geometry.computeVertexNormals();
  }
  return new Mesh(
    geometry,
    new MeshStandardMaterial({ color, vertexColors, roughness: 0.75, side: DoubleSide }),
  );
}

/** A scan may be of points alone. */
function readPly(bytes: ArrayBuffer): Object3D {
  const geometry = new PLYLoader().parse(bytes);
  if (geometry.index !== null) {
    return surface(geometry);
  }
  const vertexColors = geometry.hasAttribute('color');
  const color = vertexColors ? 0xffffff : STONE;
  return new Points(geometry, new PointsMaterial({ color, vertexColors, size: 2, sizeAttenuation: false }));
}

function readObj(bytes: ArrayBuffer): Object3D {
  const read = new OBJLoader().parse(new TextDecoder().decode(bytes));
  const group = new Group();
  read.traverse((part) => {
    if (part instanceof Mesh) {
      group.add(surface(part.geometry as BufferGeometry));
    }
  });
  return group;
}

/** Models of STL, PLY and OBJ have their height along z, those of glTF along y. */
export async function readModel(bytes: ArrayBuffer, format: Format): Promise<Object3D> {
  if (format === 'glb' || format === 'gltf') {
    return readGltf(bytes);
  }
  const model =
    format === 'stl' ? surface(new STLLoader().parse(bytes)) : format === 'ply' ? readPly(bytes) : readObj(bytes);
  model.rotateX(-Math.PI / 2);
  return model;
}
