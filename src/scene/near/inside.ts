import { INSIDE_LINES } from './uniforms.ts';

/** What goes on inside the chips of the tray at hand, for vertex shaders: near/units.ts. */
export const INSIDE_GLSL = /* glsl */ `
uniform vec2 uPair;
uniform vec4 uInside[${2 * INSIDE_LINES}];
// First line of a chip of the UltraServer.
int insideOf(float chip) { return abs(chip - uPair.y) < 0.5 ? ${INSIDE_LINES} : 0; }
`;
