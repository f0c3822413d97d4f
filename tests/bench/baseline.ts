// The plain way to draw many boxes, to be compared with: one InstancedMesh, a matrix and a colour for every box.
import {
  BoxGeometry,
  Color,
  HemisphereLight,
  InstancedMesh,
  Matrix4,
  MeshLambertMaterial,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
} from 'three';

const boxes = Number(new URLSearchParams(location.search).get('boxes') ?? 100_000);
const renderer = new WebGLRenderer({ antialias: false });
renderer.setSize(1280, 720);
document.body.append(renderer.domElement);
const scene = new Scene();
scene.add(new HemisphereLight(0xffffff, 0x223344, 2));
const mesh = new InstancedMesh(new BoxGeometry(0.8, 0.8, 0.8), new MeshLambertMaterial(), boxes);
const side = Math.ceil(Math.sqrt(boxes));
const matrix = new Matrix4();
const colour = new Color();
for (let i = 0; i < boxes; i++) {
  mesh.setMatrixAt(i, matrix.makeTranslation((i % side) - side / 2, 0, Math.floor(i / side) - side / 2));
  mesh.setColorAt(i, colour.setHSL((i % 360) / 360, 0.5, 0.5));
}
scene.add(mesh);
const camera = new PerspectiveCamera(40, 1280 / 720, 1, side * 10);

/** Draws frames one after the other, waiting for each to be finished; seconds of each. */
async function measure(frames: number): Promise<number[]> {
  const gl = renderer.getContext();
  const pixel = new Uint8Array(4);
  const seconds: number[] = [];
  for (let i = 0; i < frames; i++) {
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    const angle = i * 0.02;
    camera.position.set(Math.sin(angle) * side, side * 0.8, Math.cos(angle) * side);
    camera.lookAt(0, 0, 0);
    renderer.render(scene, camera);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    seconds.push((performance.now() - start) / 1000);
  }
  return seconds;
}
Object.assign(window, { measure });
