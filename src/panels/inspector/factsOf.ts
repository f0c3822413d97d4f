import type { Depth } from '../../cluster/address.ts';
import { campus } from '../../facts/campus.ts';
import { energy } from '../../facts/energy.ts';
import type { Fact } from '../../facts/fact.ts';
import { network } from '../../facts/network.ts';
import { server } from '../../facts/server.ts';
import { trainium2 } from '../../facts/trainium.ts';
import { ultraserver } from '../../facts/ultraserver.ts';
import type { Words } from '../../state/words.tsx';

type Key = Extract<Parameters<Words>[0], `fact.${string}`>;
type Row = readonly [key: Key, fact: Fact<number | string>];

const { more } = trainium2;

/** What is known of a place of each depth, most telling first. */
export const FACTS: Readonly<Record<Depth | 'head', readonly Row[]>> = {
  campus: [
    ['fact.place', campus.place],
    ['fact.area', campus.area],
    ['fact.buildings', campus.plannedBuildings],
    ['fact.fullPower', campus.fullPower],
    ['fact.pue', energy.pue],
    ['fact.cooling', energy.cooling],
    ['fact.water', energy.waterMonths],
    ['fact.waterPerJoule', energy.waterPerJoule],
    ['fact.utility', energy.utility],
    ['fact.investment', campus.investment],
    ['fact.placement', campus.placement],
  ],
  building: [
    ['fact.buildingArea', campus.buildingArea],
    ['fact.buildingPower', campus.buildingPower],
    ['fact.buildingUltraServers', campus.buildingUltraServers],
    ['fact.cooling', energy.cooling],
    ['fact.halls', campus.halls],
  ],
  hall: [
    ['fact.rows', campus.rows],
    ['fact.positions', campus.positions],
    ['fact.fabric', network.fabric.tiers],
    ['fact.cooling', energy.cooling],
  ],
  row: [
    ['fact.positions', campus.positions],
    ['fact.efaUltraserver', ultraserver.efa],
  ],
  ultraserver: [
    ['fact.chips', ultraserver.chips],
    ['fact.racks', ultraserver.racks],
    ['fact.torus', ultraserver.torus],
    ['fact.links', ultraserver.links],
    ['fact.cables', ultraserver.cables],
    ['fact.bf16', ultraserver.bf16],
    ['fact.fp8', ultraserver.fp8],
    ['fact.memory', ultraserver.memory],
    ['fact.memoryBandwidth', ultraserver.memoryBandwidth],
    ['fact.efa', ultraserver.efa],
    ['fact.power', ultraserver.power],
  ],
  server: [
    ['fact.chips', server.chips],
    ['fact.torus', server.torus],
    ['fact.links', server.links],
    ['fact.trays', server.trays],
    ['fact.height', server.height],
    ['fact.bf16', server.bf16],
    ['fact.memory', server.memory],
    ['fact.hostThreads', server.hostThreads],
    ['fact.hostMemory', server.hostMemory],
  ],
  head: [
    ['fact.hostThreads', server.hostThreads],
    ['fact.hostMemory', server.hostMemory],
  ],
  tray: [
    ['fact.chipPairs', server.chipPairs],
    ['fact.linksInsideTrays', server.linksInsideTrays],
    ['fact.linkXy', network.neuronLink.xy],
    ['fact.linkZ', network.neuronLink.z],
    ['fact.efa', network.efa.chip],
  ],
  chip: [
    ['fact.bf16', trainium2.peak.bf16],
    ['fact.memory', trainium2.memory],
    ['fact.memoryBandwidth', trainium2.memoryBandwidth],
    ['fact.chipPower', trainium2.watts],
    ['fact.cores', more.NeuronCores],
    ['fact.dies', more['Compute dies']],
    ['fact.stacks', more['HBM stacks']],
    ['fact.linkXy', network.neuronLink.xy],
    ['fact.linkZ', network.neuronLink.z],
    ['fact.efa', network.efa.chip],
  ],
  core: [
    ['fact.coreBf16', more['BF16 of a NeuronCore']],
    ['fact.tensorEngine', more['Tensor engine rows and columns']],
    ['fact.tensorClock', more['Tensor engine clock']],
    ['fact.sbuf', more['SBUF of a NeuronCore']],
    ['fact.psum', more['PSUM of a NeuronCore']],
  ],
};
