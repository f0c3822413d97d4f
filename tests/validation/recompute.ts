import type { Recompute } from '../../src/scenario/scenario.ts';

/** The documented policies that are neither none, selective nor full, as shares of what is run again. */
const POLICIES: Readonly<Record<string, Recompute>> = {
  // torchtitan keeps every other product (q, v, the first and the last of the MLP) and the scores' result, nothing else.
  'selective (op-level)': { attention: 0.5, core: 0, mlp: 0.4, memory: 1 },
  // MaxText: all products kept, scores run again.
  minimal: { attention: 0, core: 1, mlp: 0 },
  custom: { attention: 0.5, core: 1, mlp: 0.67 },
  'custom (offload)': { attention: 0.5, core: 1, mlp: 0.67 },
  qkv_proj_offloaded: { attention: 0.25, core: 1, mlp: 0.67 },
};

/** Modules that Megatron-LM's --recompute-modules names, and what each runs again. */
const MODULES: readonly (readonly [
  RegExp,
  { attention?: number; core?: number; mlp?: number; memory?: number },
])[] = [
  [/core[_ ]attn|core attention|softmax|scores/i, { core: 1 }],
  [/mla_up_proj/i, { attention: 0.3 }],
  [/layer_?norm|\bnorms?\b/i, { memory: 0.5 }],
  [/moe_act|activation|swiglu|gelu/i, { memory: 0.5 }],
  [/\b(mlp|ffn|moe|experts?|shared_experts)\b/i, { mlp: 1 }],
  [/\b(attn|attention|qkv)\b/i, { attention: 1 }],
];

/** A published policy by its words; `otherwise` where a row gives none, or none that is known. */
export function recomputeOf(published: string | null | undefined, otherwise: Recompute): Recompute {
  if (published == null) return otherwise;
  if (Object.hasOwn(POLICIES, published)) return POLICIES[published];
  if (/full|block|uniform/i.test(published)) return 'full';
  if (/minimal/i.test(published)) return POLICIES.minimal;
  if (/custom|offload|save/i.test(published)) return POLICIES.custom;
  if (/none|^no|false|off/i.test(published)) return 'none';
  const parts = MODULES.filter(([words]) => words.test(published)).map(([, shares]) => shares);
  const known = parts.some(({ core }) => core === undefined);
  if (parts.length === 0 || !known)
    return /select|core|scores|softmax/i.test(published) ? 'selective' : otherwise;
  const sum = { attention: 0, core: 0, mlp: 0, memory: 0 };
  for (const part of parts) {
    for (const [name, share] of Object.entries(part)) {
      const key = name as keyof typeof sum;
      sum[key] = Math.min(1, sum[key] + share);
    }
  }
  return sum;
}
