/** One table of colours. Colour is meaning, the same in scene, floorplan, timeline, charts, text and legend. sRGB hex. */
export interface Palette {
  /** Behind everything, from above downwards. */
  readonly backdrop: readonly [top: string, middle: string, bottom: string];
  readonly fog: string;
  readonly ground: string;
  readonly pad: string;
  readonly line: string;
  /** Bodies by facing: top, side, deep. */
  readonly body: readonly [top: string, side: string, deep: string];
  readonly edge: string;
  readonly quietEdge: string;
  readonly text: string;
  readonly quietText: string;
  readonly panel: string;
  readonly panelEdge: string;
  readonly forward: string;
  readonly backward: string;
  readonly optimizer: string;
  readonly waiting: string;
  readonly efa: string;
  readonly efaIdle: string;
  readonly neuronLink: string;
  readonly neuronLinkBusy: string;
  readonly head: string;
  readonly fault: string;
  readonly focus: string;
  /** The same meanings as words and thin marks: at least 4.5:1 on the panel. */
  readonly ink: {
    readonly forward: string;
    readonly backward: string;
    readonly optimizer: string;
    readonly waiting: string;
    readonly efa: string;
    readonly neuronLink: string;
    readonly fault: string;
  };
  /** Whom a chip works with and what travels between them, on layers of their own. */
  readonly group: {
    readonly tensor: string;
    readonly context: string;
    readonly expert: string;
    readonly pipeline: string;
    readonly data: string;
  };
  /** From little to much, by brightness first, so that it reads without hue: shares of a link or a memory, and heat. */
  readonly ramp: readonly [low: string, middle: string, high: string];
  readonly heat: readonly [low: string, middle: string, high: string];
  /** Air before it has cooled anything, beside heat alone. */
  readonly cool: string;
  /** 1 where light is added (night), 0 where it is painted like ink (paper). */
  readonly glow: number;
}

export const dark: Palette = {
  backdrop: ['#05070d', '#0a0f19', '#080c14'],
  fog: '#0b1220',
  ground: '#0e141f',
  pad: '#141c2a',
  line: '#2b3648',
  body: ['#2c3748', '#1e2736', '#131a26'],
  edge: '#93a6c6',
  quietEdge: '#3d4a61',
  text: '#e8eef8',
  quietText: '#93a3bd',
  panel: '#0d131d',
  panelEdge: '#263244',
  forward: '#a5f3fc',
  backward: '#c084fc',
  optimizer: '#45da7d',
  waiting: '#334155',
  efa: '#f5b301',
  efaIdle: '#b98500',
  neuronLink: '#3b82f6',
  neuronLinkBusy: '#60a5fa',
  head: '#eff6ff',
  fault: '#fb5a3c',
  focus: '#e8eef8',
  ink: {
    forward: '#a5f3fc',
    backward: '#c99bfd',
    optimizer: '#4ade80',
    waiting: '#93a3bd',
    efa: '#f5b301',
    neuronLink: '#7db4ff',
    fault: '#ff8a70',
  },
  group: {
    tensor: '#2f74f5',
    context: '#e9ebed',
    expert: '#f53db8',
    pipeline: '#14b88f',
    data: '#f5b301',
  },
  ramp: ['#4b5a70', '#a39d7d', '#f7e463'],
  heat: ['#5a3a34', '#cc5f28', '#ffdca6'],
  cool: '#6fb7c4',
  glow: 1,
};

export const light: Palette = {
  backdrop: ['#f8f6f1', '#f3f0e9', '#ebe7de'],
  fog: '#f3f1ec',
  ground: '#eceae4',
  pad: '#e3e0d8',
  line: '#c9c4b8',
  body: ['#fbfaf7', '#e6e3dc', '#d3cfc6'],
  edge: '#3a4354',
  quietEdge: '#a9aaac',
  text: '#1d2533',
  quietText: '#565f70',
  panel: '#fbfaf7',
  panelEdge: '#cfcabf',
  forward: '#1d97bb',
  backward: '#9333ea',
  optimizer: '#0d723e',
  waiting: '#c9ccd2',
  efa: '#b07a00',
  efaIdle: '#d9c08a',
  neuronLink: '#2563eb',
  neuronLinkBusy: '#1d4ed8',
  head: '#0b2a8a',
  fault: '#87180e',
  focus: '#1d2533',
  ink: {
    forward: '#0b6980',
    backward: '#7e22ce',
    optimizer: '#166534',
    waiting: '#565f70',
    efa: '#805500',
    neuronLink: '#1d4ed8',
    fault: '#a82a15',
  },
  group: {
    tensor: '#3b82e6',
    context: '#1c2430',
    expert: '#b81481',
    pipeline: '#056133',
    data: '#a36d00',
  },
  ramp: ['#c4bc92', '#7c7c70', '#16305f'],
  heat: ['#e3bf95', '#c2571a', '#6b1d0c'],
  cool: '#3f8f9e',
  glow: 0,
};

export const contrast: Palette = {
  ...dark,
  backdrop: ['#000000', '#000000', '#000000'],
  fog: '#000000',
  ground: '#000000',
  pad: '#0a0a0a',
  line: '#5a6472',
  body: ['#1c2430', '#10161f', '#0a0e15'],
  edge: '#c4ccd8',
  quietEdge: '#7c889b',
  text: '#ffffff',
  quietText: '#d5dcea',
  panel: '#000000',
  panelEdge: '#ffffff',
  waiting: '#64748b',
  focus: '#ffff00',
  group: { ...dark.group, expert: '#ff7ad0' },
};

export const palettes = { dark, light, contrast } as const;
