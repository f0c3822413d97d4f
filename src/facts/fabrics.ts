import type { Fabric } from './cluster.ts';
import { network } from './network.ts';

/**
 * The usual networks around each chip of the record, taken where a scenario describes a cluster by its chip alone.
 * Sources: the documentation of the chip (chips.ts); what those do not say (switch latency 1 µs, network latency
 * 5 µs of InfiniBand, 10 µs of data-centre Ethernet) is assumed.
 */
export const fabrics: Readonly<Record<string, Fabric>> = {
  trainium2: {
    scaleUp: {
      kind: 'torus',
      dims: [4, 4, 4],
      wrap: true,
      linkBandwidth: [network.neuronLink.xy.value, network.neuronLink.xy.value, network.neuronLink.z.value],
      latency: network.neuronLink.latency.value,
    },
    scaleOut: {
      bandwidth: network.efa.chip.value,
      latency: network.efa.latency.value,
      oversubscription: network.fabric.oversubscription.value,
    },
  },
  trainium1: {
    // 384 GB/s a chip over 4 neighbours and two directions; 800 Gb/s of EFA for 16 chips.
    scaleUp: { kind: 'torus', dims: [4, 4], wrap: true, linkBandwidth: [48e9, 48e9], latency: 1.5e-6 },
    scaleOut: { bandwidth: 6.25e9, latency: 15e-6, oversubscription: 1 },
  },
  trainium3: {
    // The Gen2 UltraServer: 144 chips, 2.56 TB/s a chip both ways, 28.8 Tb/s of EFA. Its switches and direct links
    // are taken as one switch.
    scaleUp: { kind: 'switch', size: 144, bandwidth: 1.28e12, latency: 1e-6 },
    scaleOut: { bandwidth: 25e9, latency: 15e-6, oversubscription: 1 },
  },
  a100: {
    scaleUp: { kind: 'switch', size: 8, bandwidth: 300e9, latency: 1e-6 },
    scaleOut: { bandwidth: 25e9, latency: 5e-6, oversubscription: 1 },
  },
  h100: {
    scaleUp: { kind: 'switch', size: 8, bandwidth: 450e9, latency: 1e-6 },
    scaleOut: { bandwidth: 50e9, latency: 5e-6, oversubscription: 1 },
  },
  b200: {
    scaleUp: { kind: 'switch', size: 8, bandwidth: 900e9, latency: 1e-6 },
    scaleOut: { bandwidth: 50e9, latency: 5e-6, oversubscription: 1 },
  },
  'tpu-v5p': {
    // A slice of 4,096 chips; 600 GB/s a chip one way over six links; 200 Gb/s of network for a host of four chips.
    scaleUp: {
      kind: 'torus',
      dims: [16, 16, 16],
      wrap: true,
      linkBandwidth: [100e9, 100e9, 100e9],
      latency: 1e-6,
    },
    scaleOut: { bandwidth: 6.25e9, latency: 10e-6, oversubscription: 1 },
  },
};
