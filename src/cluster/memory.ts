import { footprint, type StageMemory } from '../scenario/footprint.ts';
import type { ResolvedScenario } from '../scenario/scenario.ts';

/** Bytes on a chip of each pipeline stage when it is fullest. */
export function stageMemories(scenario: ResolvedScenario): readonly StageMemory[] {
  return footprint(scenario).stages;
}
