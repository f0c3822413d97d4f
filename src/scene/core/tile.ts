import { BufferGeometry, Float32BufferAttribute, GLSL3, Mesh, RawShaderMaterial } from 'three';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { blockNamed } from '../chip/plan.ts';
import { INSIDE_GLSL } from '../near/inside.ts';
import { type LocalUniforms, type NearUniforms, nearVariant } from '../near/uniforms.ts';

/** A tile on its way from SBUF into the engine: slices of it, each a column of blocks, one a group of partitions. */
const SLICES = 4;
const COLUMNS = 2;
const ROWS = 16;

const sbuf = blockNamed('sbuf');
const tensor = blockNamed('tensor');
const FROM = (sbuf.x + sbuf.width / 2).toFixed(6);
const TO = (tensor.x - tensor.width / 2 - 0.0001).toFixed(6);
/** How high the tile is lifted over the road, metres. */
const LIFT = '0.0004';

const vertex = /* glsl */ `
precision highp float;
${INSIDE_GLSL}
uniform mat4 modelViewMatrix, projectionMatrix;
uniform vec4 uChip[${CHIPS_PER_ULTRASERVER}];
uniform vec3 uWork[5];
uniform vec3 uBody[3];
uniform float uGlow, uFade, uChipIndex;
in vec3 position, normal;
in float aSlice;
out vec3 vColour;
void main() {
  int line = insideOf(uChipIndex);
  vec4 what = uInside[line];
  float busy = uInside[line + 1].y * what.y;
  // Slices follow each other; a tile takes two of them across the road.
  float way = fract(aSlice / ${SLICES}.0 + uInside[line + 2].y * 2.0);
  float ends = smoothstep(0.0, 0.12, way) * (1.0 - smoothstep(0.9, 1.0, way));
  float grown = ends * uFade * smoothstep(0.02, 0.2, busy);
  vec3 p = position;
  // Out of its place in SBUF, up over the road, and down into the rows of the array.
  p.x += mix(${FROM}, ${TO}, way);
  p.y = position.y * grown + ${LIFT} * 4.0 * way * (1.0 - way) * grown + 0.0002;
  float bright = 0.16 + 0.84 * way * way;
  float facing = normal.y > 0.5 ? 1.0 : normal.z > 0.5 ? 0.62 : 0.42;
  vec3 light = uWork[int(max(uChip[int(uChipIndex + 0.5)].x, 0.0) + 0.5)];
  vec3 body = normal.y > 0.5 ? uBody[0] : uBody[1];
  vec3 night = body * facing + light * bright * facing * 0.9;
  vec3 paper = mix(body, light, 0.25 + 0.7 * bright) * mix(0.78, 1.0, facing);
  vColour = mix(paper, night, uGlow);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(p, 1.0);
  #ifdef PAINTED
  // On other layers than work nothing is on its way.
  grown = 0.0;
  #endif
  if (grown < 0.01) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

const fragment = /* glsl */ `
precision highp float;
in vec3 vColour;
out vec4 pixel;
void main() { pixel = vec4(vColour, 1.0); }`;

/** Top, front, right and left side of a block. */
const FACES: readonly (readonly [normal: number[], u: number[], v: number[]])[] = [
  [
    [0, 1, 0],
    [1, 0, 0],
    [0, 0, -1],
  ],
  [
    [0, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
  ],
  [
    [1, 0, 0],
    [0, 0, -1],
    [0, 1, 0],
  ],
  [
    [-1, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ],
];

/** The tiles that stream from SBUF into the array of a core of chip `chip`, while its tensor engine works. */
export function tileMesh(
  near: NearUniforms,
  local: LocalUniforms,
  chip: number,
): Mesh<BufferGeometry, RawShaderMaterial> {
  const position: number[] = [];
  const normal: number[] = [];
  const slice: number[] = [];
  const index: number[] = [];
  const size = [0.00014, 0.00026, (tensor.depth * 0.94) / ROWS / 1.3];
  for (let s = 0; s < SLICES; s++)
    for (let i = 0; i < COLUMNS * ROWS; i++) {
      const x = ((i % COLUMNS) - (COLUMNS - 1) / 2) * 0.0002;
      const z = tensor.z + ((Math.floor(i / COLUMNS) + 0.5) / ROWS - 0.5) * tensor.depth * 0.94;
      for (const [n, u, v] of FACES) {
        const first = position.length / 3;
        for (const [a, b] of [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, 1],
        ]) {
          const corner = [0, 1, 2].map((k) => ((n[k] + a * u[k] + b * v[k]) / 2) * size[k]);
          position.push(x + corner[0], corner[1] + size[1] / 2, z + corner[2]);
          normal.push(...n);
          slice.push(s);
        }
        index.push(first, first + 1, first + 2, first, first + 2, first + 3);
      }
    }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('normal', new Float32BufferAttribute(normal, 3));
  geometry.setAttribute('aSlice', new Float32BufferAttribute(slice, 1));
  geometry.setIndex(index);
  const material = new RawShaderMaterial({
    name: 'tiles on their way',
    glslVersion: GLSL3,
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...near, ...local, uChipIndex: { value: chip } },
    defines: nearVariant(near),
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  return mesh;
}
