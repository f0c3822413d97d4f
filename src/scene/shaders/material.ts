import {
  AdditiveBlending,
  GLSL3,
  type IUniform,
  RawShaderMaterial,
  type ShaderMaterialParameters,
} from 'three';
import { type Shared, variantOf } from '../shared.ts';
import { HEADER, SHADE } from './header.ts';

export interface MaterialOptions
  extends Pick<
    ShaderMaterialParameters,
    | 'transparent'
    | 'depthWrite'
    | 'depthTest'
    | 'side'
    | 'blending'
    | 'premultipliedAlpha'
    | 'polygonOffset'
    | 'polygonOffsetFactor'
    | 'polygonOffsetUnits'
  > {
  /** For profilers and shader errors. */
  readonly name: string;
  /** After the header: declarations and `void main()`; attributes are `in`. */
  readonly vertex: string;
  /** After header and shade functions: declarations and `void main()`; writes `outColour`. */
  readonly fragment: string;
  readonly uniforms?: Record<string, IUniform>;
  readonly defines?: Record<string, string | number>;
}

/** How light is added to what is behind it: fragments write `added(…)`. */
export const ADDED = {
  transparent: true,
  depthWrite: false,
  blending: AdditiveBlending,
  premultipliedAlpha: true,
} as const;

/** A material whose palette, clock, class textures and fog are the scene's (shared by reference: one write moves all). */
export function createMaterial(shared: Shared, options: MaterialOptions): RawShaderMaterial {
  const { name, vertex, fragment, uniforms = {}, defines = {}, ...rest } = options;
  const material = new RawShaderMaterial({
    name,
    glslVersion: GLSL3,
    defines: { ...defines, ...variantOf(shared) },
    uniforms: { ...shared.uniforms, ...uniforms },
    // Each part on lines of its own: a build trims them, and directives must begin one.
    vertexShader: `${HEADER}\n${vertex}`,
    fragmentShader: `${HEADER}\n${SHADE}\nlayout(location = 0) out vec4 outColour;\n${fragment}`,
    ...rest,
  });
  shared.materials.add(material);
  material.addEventListener('dispose', () => shared.materials.delete(material));
  return material;
}
