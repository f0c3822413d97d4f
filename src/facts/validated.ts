// biome-ignore-all format: generated.
/** How well a set of published figures is predicted. Shares of the measured figure, not percent. */
export interface ValidatedSet {
  /** "seconds" or "bytes", then the set; or the name of a software stack. */
  readonly name: string;
  readonly n: number;
  /** Rows that could not be run. */
  readonly failures: number;
  /** Mean and median absolute error, the largest, and the mean with its sign. */
  readonly mean: number;
  readonly median: number;
  readonly largest: number;
  readonly bias: number;
  /** Share of rows within 15 %. */
  readonly within15: number;
}

/** A software stack with its steps. */
export interface ValidatedStack extends ValidatedSet {
  /** Seconds of each published step, and as predicted. */
  readonly points: readonly (readonly [number, number])[];
}

/** Sets of published runs. Written by `npm run -s validate -- --write`; not to be changed by hand. */
export const VALIDATED_SETS: readonly ValidatedSet[] = [
  { name: 'seconds: SC21 Table 2, ZeRO-3', n: 6, failures: 0, mean: 0.1232, median: 0.1677, largest: 0.1825, bias: 0.03827, within15: 0.5 },
  { name: 'seconds: SC21 Table 2, PTD-P', n: 6, failures: 0, mean: 0.008578, median: 0.009958, largest: 0.01843, bias: 0.001872, within15: 1 },
  { name: 'seconds: Korthikanti Table 5', n: 8, failures: 0, mean: 0.02917, median: 0.03049, largest: 0.06456, bias: 0.01515, within15: 1 },
  { name: 'seconds: Korthikanti abstract', n: 1, failures: 0, mean: 0.05085, median: 0.05085, largest: 0.05085, bias: -0.05085, within15: 1 },
  { name: 'seconds: Megatron-Core, H100', n: 7, failures: 0, mean: 0.03679, median: 0.02867, largest: 0.07411, bias: -0.01485, within15: 1 },
  { name: "seconds: MegaScale's Megatron-LM", n: 8, failures: 0, mean: 0.04168, median: 0.05077, largest: 0.08947, bias: 0.004166, within15: 1 },
  { name: 'seconds: MegaScale', n: 8, failures: 0, mean: 0.03267, median: 0.0345, largest: 0.05639, bias: 0.005131, within15: 1 },
  { name: 'seconds: other', n: 2, failures: 0, mean: 0.1865, median: 0.2097, largest: 0.2097, bias: 0.1865, within15: 0 },
  { name: 'seconds: torchtitan', n: 21, failures: 0, mean: 0.05987, median: 0.06374, largest: 0.1271, bias: 0.005139, within15: 1 },
  { name: 'seconds: MosaicML FSDP, H100', n: 43, failures: 0, mean: 0.02689, median: 0.02201, largest: 0.07964, bias: -0.0009862, within15: 1 },
  { name: 'seconds: MosaicML FSDP, A100 80 GB', n: 28, failures: 0, mean: 0.03028, median: 0.02948, largest: 0.1392, bias: 0.009195, within15: 1 },
  { name: 'seconds: MosaicML FSDP, A100 40 GB', n: 40, failures: 0, mean: 0.03621, median: 0.01742, largest: 0.2951, bias: -0.0204, within15: 0.95 },
  { name: 'seconds: MaxText, TPU dense', n: 37, failures: 0, mean: 0.03679, median: 0.02217, largest: 0.1326, bias: 0.002029, within15: 1 },
  { name: 'seconds: MaxText, TPU MoE', n: 4, failures: 0, mean: 0.1254, median: 0.01983, largest: 0.4611, bias: -0.1254, within15: 0.75 },
  { name: 'seconds: NeMo 24.07, H100', n: 6, failures: 0, mean: 0.0262, median: 0.03764, largest: 0.04877, bias: -0.003696, within15: 1 },
  { name: 'seconds: Megatron-Bridge MoE', n: 31, failures: 0, mean: 0.1588, median: 0.1384, largest: 0.5625, bias: -0.07144, within15: 0.5806 },
  { name: 'seconds: Megatron-Bridge dense', n: 16, failures: 0, mean: 0.0577, median: 0.04801, largest: 0.2109, bias: 0.01803, within15: 0.9375 },
  { name: 'seconds: B200 node', n: 29, failures: 0, mean: 0.02565, median: 0.01618, largest: 0.08502, bias: -0.001486, within15: 1 },
  { name: 'seconds: Neuron, Trainium1', n: 4, failures: 0, mean: 0.0827, median: 0.09881, largest: 0.1365, bias: -0.01444, within15: 1 },
  { name: 'seconds: zero bubble (recalled)', n: 28, failures: 0, mean: 0.06264, median: 0.04943, largest: 0.2125, bias: 0.05329, within15: 0.8929 },
  { name: 'seconds: all dense', n: 262, failures: 0, mean: 0.0386, median: 0.02767, largest: 0.2951, bias: 0.001864, within15: 0.9733 },
  { name: 'seconds: all', n: 304, failures: 0, mean: 0.05193, median: 0.03075, largest: 0.5625, bias: -0.008149, within15: 0.9309 },
  { name: 'bytes: Korthikanti Fig. 1, memory', n: 8, failures: 0, mean: 0.003533, median: 0.004213, largest: 0.01152, bias: 0.00353, within15: 1 },
  { name: 'bytes: torchtitan', n: 11, failures: 0, mean: 0.06983, median: 0.01735, largest: 0.3706, bias: 0.01343, within15: 0.8182 },
  { name: 'bytes: B200 node', n: 29, failures: 0, mean: 0.01945, median: 0.01867, largest: 0.04125, bias: -0.001147, within15: 1 },
  { name: 'bytes: all', n: 48, failures: 0, mean: 0.02834, median: 0.01766, largest: 0.3706, bias: 0.002973, within15: 0.9583 },
];

/** Software stacks, for a plot of predicted against measured seconds. Written likewise. */
export const VALIDATED_STACKS: readonly ValidatedStack[] = [
  { name: 'deepspeed-zero3-2021', n: 6, failures: 0, mean: 0.1232, median: 0.1677, largest: 0.1825, bias: 0.03827, within15: 0.5, points: [[81.58, 74.47], [66.75, 70.53], [66.75, 71.78], [255.5, 212.7], [179.9, 212.8], [183.7, 214.8]] },
  { name: 'megatron-2021', n: 6, failures: 0, mean: 0.008578, median: 0.009958, largest: 0.01843, bias: 0.001872, within15: 1, points: [[76.78, 76.19], [39.42, 39.54], [20.83, 21.21], [206.2, 204.1], [105.6, 105.4], [55.45, 56]] },
  { name: 'megatron-2022', n: 9, failures: 0, mean: 0.03158, median: 0.03049, largest: 0.06456, bias: 0.007819, within15: 1, points: [[1.42, 1.512], [1.1, 1.123], [18.13, 18.17], [13.75, 13.33], [49.05, 49.64], [37.83, 36.86], [94.42, 98.79], [71.49, 73.75], [39.12, 37.13]] },
  { name: 'megatron-core', n: 7, failures: 0, mean: 0.03679, median: 0.02867, largest: 0.07411, bias: -0.01485, within15: 1, points: [[0.8, 0.7771], [0.8498, 0.9127], [2.177, 2.119], [3.648, 3.4], [5.259, 4.974], [8.399, 8.422], [12.72, 12.67]] },
  { name: 'megatron-2023', n: 8, failures: 0, mean: 0.04168, median: 0.05077, largest: 0.08947, bias: 0.004166, within15: 1, points: [[40, 43.58], [21.2, 22.28], [15.2, 15.18], [11.9, 11.57], [29.02, 29.43], [14.78, 15.21], [12.24, 11.6], [8.57, 7.981]] },
  { name: 'megascale', n: 8, failures: 0, mean: 0.03267, median: 0.0345, largest: 0.05639, bias: 0.005131, within15: 1, points: [[32, 33.8], [16.5, 17.32], [11.5, 11.81], [8.9, 9.004], [23.66, 22.84], [12.21, 11.86], [9.56, 9.115], [6.34, 6.385]] },
  { name: 'other', n: 1, failures: 0, mean: 0.2097, median: 0.2097, largest: 0.2097, bias: 0.2097, within15: 0, points: [[5.389, 6.52], [15, 17.45]] },
  { name: 'torchtitan', n: 21, failures: 0, mean: 0.05987, median: 0.06374, largest: 0.1271, bias: 0.005139, within15: 1, points: [[2.457, 2.63], [2.923, 3.001], [2.515, 2.638], [8.424, 9.495], [30.6, 30.16], [59.8, 57.53], [19.76, 21.15], [40.96, 38.18], [32, 29.15], [87.15, 82.8], [25.11, 24.26], [20.23, 21.15], [17.39, 19], [27.32, 29.42], [26.22, 27.02], [2.555, 2.365], [2.42, 2.408], [2.206, 2.14], [3.313, 3.102], [3.139, 2.798], [1.498, 1.638]] },
  { name: 'fsdp-mosaic', n: 111, failures: 0, mean: 0.0311, median: 0.02133, largest: 0.2951, bias: -0.005413, within15: 0.982, points: [[16.27, 16.09], [15.82, 16.03], [7.743, 7.602], [7.45, 7.543], [6.45, 6.746], [1.271, 1.231], [1.173, 1.191], [0.756, 0.738], [0.719, 0.7277], [0.557, 0.5733], [47.72, 45.46], [61.91, 59.43], [49.74, 49.98], [49.4, 50.93], [26.05, 27.56], [0.853, 0.8074], [0.851, 0.7972], [0.859, 0.7995], [0.855, 0.808], [22.33, 23.84], [18.9, 19.55], [1.155, 1.18], [100.4, 101.1], [8.814, 8.937], [8.895, 9.234], [1.637, 1.62], [2.545, 2.598], [4.394, 4.533], [23.8, 23.26], [6.671, 6.746], [0.922, 0.9278], [0.631, 0.6556], [1.507, 1.526], [2.194, 2.213], [4.023, 4.032], [2.35, 2.344], [1.773, 1.73], [0.723, 0.7216], [0.717, 0.7201], [1.251, 1.269], [3.364, 3.096], [10.42, 10.4], [2.047, 1.96], [159.6, 155.7], [140.8, 147.2], [133.4, 141.4], [96.69, 101.3], [103, 109.4], [53.42, 55.47], [40.87, 43.44], [5.295, 5.451], [194.7, 194.6], [17.78, 17.92], [43.06, 42.85], [5.591, 5.765], [3.334, 3.47], [4.954, 5.135], [31.63, 31.2], [6.887, 6.918], [3.303, 2.843], [17.42, 17.25], [9.6, 9.517], [5.563, 5.651], [3.584, 3.718], [2.23, 2.27], [6.435, 6.511], [3.6, 3.611], [2.183, 2.162], [1.45, 1.437], [0.925, 0.8936], [0.791, 0.7584], [21.76, 20.15], [14.83, 10.46], [93.14, 81.09], [16.61, 16.48], [16.58, 16.47], [14.35, 14.43], [78.56, 67.04], [29.13, 28.32], [34.05, 33.32], [10.06, 9.962], [9.896, 9.954], [25.23, 24.94], [7.466, 7.421], [1.239, 1.25], [7.633, 7.709], [7.234, 7.476], [25.72, 25.15], [13.49, 13.63], [1.098, 1.099], [1.078, 1.093], [1.317, 1.09], [6.254, 6.393], [6.017, 6.169], [18.25, 17.93], [3.801, 3.819], [0.849, 0.844], [0.838, 0.8386], [0.829, 0.8354], [2.941, 3.006], [2.814, 2.88], [0.71, 0.7017], [0.665, 0.6918], [2.341, 2.419], [1.977, 2.066], [1.772, 1.681], [1.415, 1.415], [1.387, 1.391], [0.43, 0.4067], [0.425, 0.4034], [1.019, 1.008]] },
  { name: 'maxtext', n: 41, failures: 0, mean: 0.04544, median: 0.02004, largest: 0.4611, bias: -0.01041, within15: 0.9756, points: [[10.57, 10.54], [10.57, 10.75], [10.75, 10.95], [11.14, 11.14], [11.45, 11.33], [12.98, 14.04], [14.45, 14.43], [14.72, 14.72], [15.14, 14.99], [16.06, 15.25], [14.42, 14.15], [15.26, 15.59], [7.506, 7.452], [7.717, 7.872], [5.037, 4.7], [5.202, 5.567], [5.021, 4.694], [10.13, 9.012], [42.41, 44.58], [44.21, 46.17], [98.12, 88.84], [105.2, 91.22], [83.92, 88.83], [89.33, 90.82], [26.8, 26.7], [17.18, 17.01], [9.052, 9.054], [54.8, 52.68], [42.66, 44.88], [4.546, 4.63], [3.443, 3.586], [5.652, 5.826], [24.71, 24.57], [6.32, 6.654], [131.5, 136.7], [26.79, 26.38], [17.12, 9.225], [64.37, 69.66], [12.2, 12.12], [12.27, 12.11], [30.87, 30.26]] },
  { name: 'nemo-2024', n: 6, failures: 0, mean: 0.0262, median: 0.03764, largest: 0.04877, bias: -0.003696, within15: 1, points: [[2.91, 2.8], [5.642, 5.759], [3.89, 3.883], [3.79, 3.784], [3.18, 3.329], [10.89, 10.36]] },
  { name: 'megatron-bridge', n: 47, failures: 0, mean: 0.1244, median: 0.08398, largest: 0.5625, bias: -0.04098, within15: 0.7021, points: [[10.42, 10.78], [2.481, 1.761], [5.885, 5.442], [46.9, 48.07], [37.69, 37.56], [18.51, 16.95], [4.42, 3.44], [6.43, 7.639], [29.7, 29.17], [6.244, 6.277], [4.491, 4.911], [6.737, 6.453], [19.69, 20.68], [13.13, 12.44], [19.69, 28.7], [4.923, 4.001], [5.378, 4.601], [22.08, 23.47], [20.93, 18.03], [6.83, 8.271], [28.94, 30.36], [19.91, 17.87], [23.7, 22.12], [49.57, 30.4], [9.8, 6.647], [3.49, 3.471], [7.25, 6.277], [49.2, 46.84], [17.03, 18.85], [15.04, 14.76], [8.93, 7.625], [9.06, 8.977], [21.38, 24.88], [4.16, 4.271], [7.599, 7.936], [20.88, 24.47], [16.31, 18.02], [10.32, 9.799], [4.28, 4.556], [15.32, 11.19], [3.99, 2.985], [28.19, 28.63], [9.07, 9.61], [10.23, 10.49], [14.03, 12.85], [24.85, 10.87], [20.8, 17.27]] },
  { name: 'megatron-simumax', n: 29, failures: 0, mean: 0.02565, median: 0.01618, largest: 0.08502, bias: -0.001486, within15: 1, points: [[0.7255, 0.7324], [0.4098, 0.4001], [0.2809, 0.281], [0.3666, 0.3538], [0.4522, 0.4486], [1.477, 1.584], [1.387, 1.394], [0.5567, 0.5373], [0.4926, 0.4643], [1.102, 1.074], [5.436, 5.692], [5.377, 5.36], [2.965, 2.917], [2.074, 2.075], [2.721, 2.531], [1.728, 1.659], [4.141, 4.082], [1.075, 1.166], [0.9073, 0.9041], [0.476, 0.4736], [0.2588, 0.2581], [1.935, 2.068], [1.717, 1.716], [0.8996, 0.8973], [0.4881, 0.4879], [7.046, 7.483], [1.902, 1.866], [1.985, 1.941], [10.58, 10.46]] },
  { name: 'neuron-trn1', n: 4, failures: 0, mean: 0.0827, median: 0.09881, largest: 0.1365, bias: -0.01444, within15: 1, points: [[21.36, 19.92], [129, 146.6], [80.63, 72.66], [12.64, 12.29]] },
];
