import type { NearUniforms } from '../near/uniforms.ts';

/** Says what another layer than work says: of classes, for façades; of chips, for the UltraServer that stands open. */
export interface Painter {
  /** Writes the paint of every class; called after the class state's own update of the same instant. */
  classes(): void;
  /** Writes the paint of the 64 chips of an UltraServer whose first chip has this index. */
  chips(near: NearUniforms, first: number): void;
  dispose(): void;
}
