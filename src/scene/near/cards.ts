import {
  CustomBlending,
  Float32BufferAttribute,
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  OneFactor,
  OneMinusSrcAlphaFactor,
  RawShaderMaterial,
} from 'three';
import { CHIPS_PER_ULTRASERVER } from '../../cluster/site.ts';
import { type LocalUniforms, type NearUniforms, nearVariant } from './uniforms.ts';

/** A soft rounded quad: contact shadow, or light thrown by what works. Stands in for shade and glow passes. */
export interface Card {
  readonly at: readonly [x: number, y: number, z: number];
  readonly width: number;
  readonly height: number;
  /** `flat` lies on a floor, `front` faces +z. */
  readonly facing: 'flat' | 'front';
  /** Distance over which it falls off, metres. */
  readonly soft: number;
  /** 0 … 1. */
  readonly strength: number;
  /** Shadow, or the light of a chip's phase, or of its NeuronLinks. */
  readonly light: 'shadow' | 'phase' | 'link';
  readonly chip?: number;
}

const LIGHTS = ['shadow', 'phase', 'link'];

export function cardGeometry(cards: readonly Card[]): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute(
    'position',
    new Float32BufferAttribute([-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0], 3),
  );
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const at = new Float32Array(cards.length * 3);
  const frame = new Float32Array(cards.length * 4);
  const look = new Float32Array(cards.length * 3);
  cards.forEach((card, i) => {
    at.set(card.at, i * 3);
    frame.set([card.width, card.height, card.facing === 'flat' ? 1 : 0, card.soft], i * 4);
    look.set([card.strength, LIGHTS.indexOf(card.light), card.chip ?? 0], i * 3);
  });
  geometry.setAttribute('aAt', new InstancedBufferAttribute(at, 3));
  geometry.setAttribute('aFrame', new InstancedBufferAttribute(frame, 4));
  geometry.setAttribute('aLook', new InstancedBufferAttribute(look, 3));
  geometry.instanceCount = cards.length;
  return geometry;
}

const vertex = /* glsl */ `
precision highp float;
uniform mat4 modelViewMatrix, projectionMatrix;
uniform vec4 uChip[${CHIPS_PER_ULTRASERVER}];
uniform vec4 uFlow[${CHIPS_PER_ULTRASERVER}];
uniform vec3 uWork[5];
uniform vec3 uBusy[4];
uniform float uFade, uDim, uGlow;
#ifdef PAINTED
uniform highp sampler2D uPaint;
#endif
in vec3 position, aAt, aLook;
in vec4 aFrame;
out vec2 vPlace;
flat out vec2 vHalf;
flat out float vSoft;
flat out vec4 vColour;
void main() {
  vec3 right = vec3(aFrame.x, 0.0, 0.0);
  vec3 up = aFrame.z > 0.5 ? vec3(0.0, 0.0, -aFrame.y) : vec3(0.0, aFrame.y, 0.0);
  vPlace = position.xy * aFrame.xy;
  vHalf = aFrame.xy * 0.5;
  vSoft = aFrame.w;
  int chip = int(aLook.z + 0.5);
  float strength = aLook.x * uFade * (1.0 - uDim);
  vec4 state = uChip[chip];
  if (aLook.y < 0.5) vColour = vec4(0.0, 0.0, 0.0, strength * mix(0.34, 1.0, uGlow));
  #ifdef PAINTED
  // The light of what the layer says of the chip; its links throw none.
  else {
    vec4 paint = texelFetch(uPaint, ivec2(chip, 0), 0);
    vColour = vec4(paint.rgb * strength * (aLook.y < 1.5 ? clamp(paint.a, 0.0, 1.0) : 0.0) * uGlow, 0.0);
  }
  #else
  else if (aLook.y < 1.5) {
    float light = state.x > 0.5 ? mix(0.4, 1.0, state.z) : 0.0;
    vColour = vec4(uWork[int(max(state.x, 0.0) + 0.5)] * strength * light * uGlow, 0.0);
  } else vColour = vec4(uBusy[2] * strength * abs(uFlow[chip].x) * uGlow, 0.0);
  #endif
  gl_Position = projectionMatrix * modelViewMatrix * vec4(aAt + right * position.x + up * position.y, 1.0);
  if (vColour.r + vColour.g + vColour.b + vColour.a <= 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

const fragment = /* glsl */ `
precision highp float;
in vec2 vPlace;
flat in vec2 vHalf;
flat in float vSoft;
flat in vec4 vColour;
out vec4 pixel;
void main() {
  vec2 inner = vHalf - vSoft;
  float d = length(max(abs(vPlace) - inner, 0.0)) / vSoft;
  float fall = max(1.0 - d, 0.0);
  fall = fall * fall * (3.0 - 2.0 * fall);
  pixel = vColour * fall;
}`;

export function cardMaterial(near: NearUniforms, local: LocalUniforms): RawShaderMaterial {
  return new RawShaderMaterial({
    name: 'near cards',
    glslVersion: GLSL3,
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...near, ...local },
    defines: nearVariant(near),
    transparent: true,
    depthWrite: false,
    premultipliedAlpha: true,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  });
}
