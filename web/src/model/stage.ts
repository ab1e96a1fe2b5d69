// SPDX-License-Identifier: Apache-2.0
// A model in light, drawn when something changed and only then. Must not know: pages, keys.
import {
  Box3,
  DirectionalLight,
  HemisphereLight,
  Mesh,
  MeshStandardMaterial,
  NeutralToneMapping,
  Object3D,
  PerspectiveCamera,
  Scene,
  Vector3,
  WebGLRenderer,
} from 'three';
import { between, FIRST, type Turn } from './turn';

const ANGLE = 30; // of view, degrees
const WAY_MS = 240;
const FILLED = 0.88; // few models reach into the corners of their boxes

export interface Facts {
  /** Of the box around it, in the model's own unit. */
  readonly size: readonly [number, number, number];
  readonly triangles: number;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function factsOf(model: Object3D, box: Box3): Facts {
  const { x, y, z } = box.getSize(new Vector3());
  let triangles = 0;
  model.traverse((part) => {
    if (part instanceof Mesh) {
      const corners = part.geometry.index?.count ?? part.geometry.attributes.position?.count ?? 0;
      triangles += Math.floor(corners / 3);
    }
  });
  return { size: [x, y, z], triangles };
}

/** There is nothing around for metal to mirror: it would be black. */
function dull(model: Object3D): void {
  model.traverse((part) => {
    if (part instanceof Mesh && part.material instanceof MeshStandardMaterial) {
      part.material.metalness = Math.min(part.material.metalness, 0.2);
    }
  });
}

export class Stage {
  readonly facts: Facts;
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(ANGLE, 1, 0.01, 100);
  private readonly reach: number; // the model's farthest corner from its middle
  private now: Turn = FIRST;
  private way = 0;

  constructor(
    readonly canvas: HTMLCanvasElement,
    model: Object3D,
  ) {
    this.renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
    this.renderer.toneMapping = NeutralToneMapping;
    dull(model);
    const box = new Box3().setFromObject(model);
    this.facts = factsOf(model, box);
    this.reach = box.getSize(new Vector3()).length() / 2 || 1;
    const holder = new Object3D();
    model.position.sub(box.getCenter(new Vector3()));
    holder.add(model);
    holder.scale.setScalar(1 / this.reach); // whatever its unit, the camera's range fits
    this.scene.add(holder, this.camera);
    this.addLamps();
    new ResizeObserver(() => this.resize()).observe(canvas);
    canvas.addEventListener('webglcontextrestored', () => this.draw());
  }

  /** They go with the eye, so that no side is dark. */
  private addLamps(): void {
    const main = new DirectionalLight(0xfff4e2, 2.1);
    const side = new DirectionalLight(0xdde8ff, 0.7);
    main.position.set(-1, 1.4, 0.9);
    side.position.set(1.6, -0.2, 0.6);
    this.camera.add(main, side, new HemisphereLight(0xffffff, 0x9a8f80, 1.25));
  }

  get turn(): Turn {
    return this.now;
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (width > 0 && height > 0) {
      this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
      this.renderer.setSize(width, height, false);
      this.camera.aspect = width / height;
      this.camera.updateProjectionMatrix();
      this.draw();
    }
  }

  /** At once, or by a short way. */
  show(to: Turn, gently = false): void {
    cancelAnimationFrame(this.way);
    if (!gently) {
      this.now = to;
      this.draw();
      return;
    }
    const from = this.now;
    const begun = performance.now();
    const step = (time: number): void => {
      const done = Math.min(Math.max((time - begun) / WAY_MS, 0), 1);
      this.now = done === 1 ? to : between(from, to, done);
      this.draw();
      if (done < 1) {
        this.way = requestAnimationFrame(step);
      }
    };
    this.way = requestAnimationFrame(step);
  }

  private draw(): void {
    const narrow = Math.min(1, this.camera.aspect);
    const whole = FILLED / Math.sin(Math.atan(Math.tan(radians(ANGLE / 2)) * narrow));
    const distance = whole * this.now.distance;
    const around = radians(this.now.around);
    const above = radians(this.now.above);
    this.camera.position
      .set(Math.sin(around) * Math.cos(above), Math.sin(above), Math.cos(around) * Math.cos(above))
      .multiplyScalar(distance);
    // Seen from above, up on the screen is away from who stands in front.
    this.camera.up
      .set(-Math.sin(around) * Math.sin(above), Math.cos(above), -Math.cos(around) * Math.sin(above))
      .normalize();
    this.camera.lookAt(0, 0, 0);
    this.renderer.render(this.scene, this.camera);
  }
}
