/** The fast domain a chip shares with its neighbours. Bandwidths in bytes/s per direction (torus: per link, switch: per chip). */
export type ScaleUp =
  | {
      readonly kind: 'torus';
      readonly dims: readonly number[];
      readonly wrap: boolean;
      readonly linkBandwidth: readonly number[];
      readonly latency: number;
    }
  | { readonly kind: 'switch'; readonly size: number; readonly bandwidth: number; readonly latency: number };

/** The network between fast domains: bytes/s per chip per direction, seconds, and how far the core is thinner than the edge. */
export interface ScaleOut {
  readonly bandwidth: number;
  readonly latency: number;
  readonly oversubscription: number;
}

/** Buildings × halls × rows × positions of UltraServers; `filled` of the positions of each row hold one. */
export interface SiteLayout {
  readonly buildings: number;
  readonly halls: number;
  readonly rows: number;
  readonly positions: number;
  readonly filled: number;
}

/** The two networks of a cluster. */
export interface Fabric {
  readonly scaleUp: ScaleUp;
  readonly scaleOut: ScaleOut;
}

/** Chips in the fast domain. */
export function domainSize(scaleUp: ScaleUp): number {
  return scaleUp.kind === 'switch' ? scaleUp.size : scaleUp.dims.reduce((product, size) => product * size, 1);
}
