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
  { name: 'seconds: SC21 Table 2, ZeRO-3', n: 6, failures: 0, mean: 0.1279, median: 0.1691, largest: 0.1825, bias: 0.03364, within15: 0.5 },
  { name: 'seconds: SC21 Table 2, PTD-P', n: 6, failures: 0, mean: 0.00858, median: 0.009913, largest: 0.0184, bias: 0.001833, within15: 1 },
  { name: 'seconds: Korthikanti Table 5', n: 8, failures: 0, mean: 0.03034, median: 0.0255, largest: 0.05897, bias: 0.0198, within15: 1 },
  { name: 'seconds: Korthikanti abstract', n: 1, failures: 0, mean: 0.04224, median: 0.04224, largest: 0.04224, bias: -0.04224, within15: 1 },
  { name: 'seconds: Megatron-Core, H100', n: 7, failures: 0, mean: 0.03324, median: 0.03255, largest: 0.0719, bias: 0.00202, within15: 1 },
  { name: "seconds: MegaScale's Megatron-LM", n: 8, failures: 0, mean: 0.04155, median: 0.04302, largest: 0.08135, bias: -0.003426, within15: 1 },
  { name: 'seconds: MegaScale', n: 8, failures: 0, mean: 0.03215, median: 0.03774, largest: 0.05075, bias: 0.003361, within15: 1 },
  { name: 'seconds: other', n: 2, failures: 0, mean: 0.9224, median: 1.642, largest: 1.642, bias: 0.9224, within15: 0 },
  { name: 'seconds: torchtitan', n: 21, failures: 0, mean: 0.0596, median: 0.05906, largest: 0.1267, bias: 0.00551, within15: 1 },
  { name: 'seconds: MosaicML FSDP, H100', n: 43, failures: 0, mean: 0.02841, median: 0.02092, largest: 0.09051, bias: -0.00505, within15: 1 },
  { name: 'seconds: MosaicML FSDP, A100 80 GB', n: 28, failures: 0, mean: 0.02964, median: 0.02657, largest: 0.1403, bias: 0.008276, within15: 1 },
  { name: 'seconds: MosaicML FSDP, A100 40 GB', n: 40, failures: 0, mean: 0.03591, median: 0.01753, largest: 0.3022, bias: -0.02272, within15: 0.925 },
  { name: 'seconds: MaxText, TPU dense', n: 37, failures: 0, mean: 0.0398, median: 0.02588, largest: 0.1467, bias: 0.008378, within15: 1 },
  { name: 'seconds: MaxText, TPU MoE', n: 4, failures: 0, mean: 0.1367, median: 0.03929, largest: 0.4667, bias: -0.1367, within15: 0.75 },
  { name: 'seconds: NeMo 24.07, H100', n: 6, failures: 0, mean: 0.02948, median: 0.04013, largest: 0.07261, bias: -0.002754, within15: 1 },
  { name: 'seconds: Megatron-Bridge MoE', n: 31, failures: 0, mean: 0.1577, median: 0.1369, largest: 0.5613, bias: -0.0708, within15: 0.5806 },
  { name: 'seconds: Megatron-Bridge dense', n: 16, failures: 0, mean: 0.05628, median: 0.0377, largest: 0.2263, bias: 0.0284, within15: 0.9375 },
  { name: 'seconds: B200 node', n: 29, failures: 0, mean: 0.02877, median: 0.02382, largest: 0.08498, bias: -0.005135, within15: 1 },
  { name: 'seconds: Neuron, Trainium1', n: 4, failures: 0, mean: 0.08287, median: 0.09898, largest: 0.1363, bias: -0.01472, within15: 1 },
  { name: 'seconds: zero bubble (recalled)', n: 28, failures: 8, mean: 0.07888, median: 0.04467, largest: 0.2476, bias: 0.07888, within15: 0.8 },
  { name: 'seconds: all dense', n: 262, failures: 0, mean: 0.03939, median: 0.02641, largest: 0.3022, bias: 0.002175, within15: 0.9695 },
  { name: 'seconds: all', n: 304, failures: 0, mean: 0.0527, median: 0.03112, largest: 0.5613, bias: -0.008009, within15: 0.9276 },
  { name: 'bytes: Korthikanti Fig. 1, memory', n: 8, failures: 0, mean: 0.003533, median: 0.004213, largest: 0.01152, bias: 0.00353, within15: 1 },
  { name: 'bytes: torchtitan', n: 11, failures: 0, mean: 0.06983, median: 0.01735, largest: 0.3706, bias: 0.01343, within15: 0.8182 },
  { name: 'bytes: B200 node', n: 29, failures: 0, mean: 0.01945, median: 0.01867, largest: 0.04125, bias: -0.001147, within15: 1 },
  { name: 'bytes: all', n: 48, failures: 0, mean: 0.02834, median: 0.01766, largest: 0.3706, bias: 0.002973, within15: 0.9583 },
];

/** Software stacks, for a plot of predicted against measured seconds. Written likewise. */
export const VALIDATED_STACKS: readonly ValidatedStack[] = [
  { name: 'deepspeed-zero3-2021', n: 6, failures: 0, mean: 0.1279, median: 0.1691, largest: 0.1825, bias: 0.03364, within15: 0.5, points: [[81.58, 72.3], [66.75, 70.54], [66.75, 71.79], [255.5, 212.3], [179.9, 212.8], [183.7, 214.8]] },
  { name: 'megatron-2021', n: 6, failures: 0, mean: 0.00858, median: 0.009913, largest: 0.0184, bias: 0.001833, within15: 1, points: [[76.78, 76.19], [39.42, 39.54], [20.83, 21.21], [206.2, 204.1], [105.6, 105.4], [55.45, 56]] },
  { name: 'megatron-2022', n: 9, failures: 0, mean: 0.03166, median: 0.0255, largest: 0.05897, bias: 0.0129, within15: 1, points: [[1.42, 1.504], [1.1, 1.122], [18.13, 18.22], [13.75, 13.4], [49.05, 50], [37.83, 37.2], [94.42, 99.65], [71.49, 74.52], [39.12, 37.47]] },
  { name: 'megatron-core', n: 7, failures: 0, mean: 0.03324, median: 0.03255, largest: 0.0719, bias: 0.00202, within15: 1, points: [[0.8, 0.7719], [0.8498, 0.9109], [2.177, 2.214], [3.648, 3.529], [5.259, 5.04], [8.399, 8.569], [12.72, 12.9]] },
  { name: 'megatron-2023', n: 8, failures: 0, mean: 0.04155, median: 0.04302, largest: 0.08135, bias: -0.003426, within15: 1, points: [[40, 43.25], [21.2, 22.11], [15.2, 15.07], [11.9, 11.48], [29.02, 29.21], [14.78, 15.1], [12.24, 11.51], [8.57, 7.919]] },
  { name: 'megascale', n: 8, failures: 0, mean: 0.03215, median: 0.03774, largest: 0.05075, bias: 0.003361, within15: 1, points: [[32, 33.62], [16.5, 17.29], [11.5, 11.75], [8.9, 8.977], [23.66, 22.77], [12.21, 11.85], [9.56, 9.105], [6.34, 6.423]] },
  { name: 'other', n: 1, failures: 0, mean: 0.2027, median: 0.2027, largest: 0.2027, bias: 0.2027, within15: 0, points: [[5.389, 6.482], [15, 39.62]] },
  { name: 'torchtitan', n: 21, failures: 0, mean: 0.0596, median: 0.05906, largest: 0.1267, bias: 0.00551, within15: 1, points: [[2.457, 2.622], [2.923, 2.992], [2.515, 2.628], [8.424, 9.491], [30.6, 30.13], [59.8, 57.46], [19.76, 21.31], [40.96, 38.08], [32, 29.16], [87.15, 86.09], [25.11, 24.25], [20.23, 21.31], [17.39, 18.79], [27.32, 29.59], [26.22, 27.04], [2.555, 2.333], [2.42, 2.427], [2.206, 2.106], [3.313, 3.118], [3.139, 2.772], [1.498, 1.636]] },
  { name: 'fsdp-mosaic', n: 111, failures: 0, mean: 0.03142, median: 0.01823, largest: 0.3022, bias: -0.008057, within15: 0.973, points: [[16.27, 16.04], [15.82, 15.98], [7.743, 7.581], [7.45, 7.52], [6.45, 6.734], [1.271, 1.227], [1.173, 1.185], [0.756, 0.7368], [0.719, 0.7261], [0.557, 0.5725], [47.72, 44.92], [61.91, 58.88], [49.74, 49.97], [49.4, 50.91], [26.05, 27.54], [0.853, 0.7928], [0.851, 0.7825], [0.859, 0.7853], [0.855, 0.7946], [22.33, 23.8], [18.9, 19.55], [1.155, 1.174], [100.4, 101.1], [8.814, 8.93], [8.895, 9.222], [1.637, 1.61], [2.545, 2.587], [4.394, 4.51], [23.8, 23.26], [6.671, 6.744], [0.922, 0.9263], [0.631, 0.6539], [1.507, 1.519], [2.194, 2.205], [4.023, 4.032], [2.35, 2.342], [1.773, 1.728], [0.723, 0.7205], [0.717, 0.7189], [1.251, 1.267], [3.364, 3.06], [10.42, 10.4], [2.047, 1.955], [159.6, 155.5], [140.8, 146.5], [133.4, 140.8], [96.69, 101.2], [103, 109.4], [53.42, 55.46], [40.87, 43.43], [5.295, 5.436], [194.7, 194.6], [17.78, 17.91], [43.06, 42.85], [5.591, 5.756], [3.334, 3.46], [4.954, 5.124], [31.63, 31.2], [6.887, 6.917], [3.303, 2.839], [17.42, 17.25], [9.6, 9.517], [5.563, 5.651], [3.584, 3.717], [2.23, 2.268], [6.435, 6.511], [3.6, 3.612], [2.183, 2.162], [1.45, 1.437], [0.925, 0.893], [0.791, 0.7577], [21.76, 20.06], [14.83, 10.35], [93.14, 80.86], [16.61, 16.47], [16.58, 16.45], [14.35, 14.41], [78.56, 66.77], [29.13, 28.3], [34.05, 33.29], [10.06, 9.95], [9.896, 9.943], [25.23, 24.9], [7.466, 7.383], [1.239, 1.244], [7.633, 7.664], [7.234, 7.429], [25.72, 25.15], [13.49, 13.62], [1.098, 1.096], [1.078, 1.09], [1.317, 1.086], [6.254, 6.368], [6.017, 6.143], [18.25, 17.93], [3.801, 3.813], [0.849, 0.8422], [0.838, 0.8365], [0.829, 0.8332], [2.941, 2.997], [2.814, 2.87], [0.71, 0.7009], [0.665, 0.6905], [2.341, 2.414], [1.977, 2.06], [1.772, 1.681], [1.415, 1.415], [1.387, 1.39], [0.43, 0.4069], [0.425, 0.4033], [1.019, 1.007]] },
  { name: 'maxtext', n: 41, failures: 0, mean: 0.04926, median: 0.02721, largest: 0.4667, bias: -0.005775, within15: 0.9756, points: [[10.57, 10.48], [10.57, 10.69], [10.75, 10.88], [11.14, 11.07], [11.45, 11.26], [12.98, 13.94], [14.45, 14.2], [14.72, 14.5], [15.14, 14.77], [16.06, 15.03], [14.42, 14.42], [15.26, 16], [7.506, 7.578], [7.717, 8.236], [5.037, 4.954], [5.202, 5.965], [5.021, 4.958], [10.13, 9.59], [42.41, 45.54], [44.21, 47.28], [98.12, 89.39], [105.2, 91.92], [83.92, 89.39], [89.33, 91.46], [26.8, 26.65], [17.18, 16.59], [9.052, 8.875], [54.8, 52.15], [42.66, 44.74], [4.546, 4.607], [3.443, 3.561], [5.652, 5.798], [24.71, 24.37], [6.32, 6.628], [131.5, 136.5], [26.79, 25.74], [17.12, 9.13], [64.37, 69.54], [12.2, 12.09], [12.27, 12.09], [30.87, 30.03]] },
  { name: 'nemo-2024', n: 6, failures: 0, mean: 0.02948, median: 0.04013, largest: 0.07261, bias: -0.002754, within15: 1, points: [[2.91, 2.793], [5.642, 5.672], [3.89, 3.873], [3.79, 3.798], [3.18, 3.411], [10.89, 10.32]] },
  { name: 'megatron-bridge', n: 47, failures: 0, mean: 0.1232, median: 0.08248, largest: 0.5613, bias: -0.03703, within15: 0.7021, points: [[10.42, 10.62], [2.481, 1.753], [5.885, 5.35], [46.9, 48.1], [37.69, 38.58], [18.51, 16.98], [4.42, 3.489], [6.43, 7.666], [29.7, 29.18], [6.244, 6.277], [4.491, 5.011], [6.737, 6.392], [19.69, 20.42], [13.13, 12.53], [19.69, 26.96], [4.923, 4.015], [5.378, 4.642], [22.08, 23.52], [20.93, 18.06], [6.83, 8.376], [28.94, 30.36], [19.91, 18.01], [23.7, 22.18], [49.57, 30.42], [9.8, 6.663], [3.49, 3.518], [7.25, 6.277], [49.2, 47.35], [17.03, 19.57], [15.04, 14.82], [8.93, 7.882], [9.06, 9.034], [21.38, 25.77], [4.16, 4.291], [7.599, 7.922], [20.88, 24.52], [16.31, 18.08], [10.32, 9.838], [4.28, 4.578], [15.32, 11.2], [3.99, 3.026], [28.19, 28.63], [9.07, 9.48], [10.23, 10.36], [14.03, 14.5], [24.85, 10.9], [20.8, 16.14]] },
  { name: 'megatron-simumax', n: 29, failures: 0, mean: 0.02877, median: 0.02382, largest: 0.08498, bias: -0.005135, within15: 1, points: [[0.7255, 0.7301], [0.4098, 0.3972], [0.2809, 0.2783], [0.3666, 0.353], [0.4522, 0.448], [1.477, 1.584], [1.387, 1.389], [0.5567, 0.5318], [0.4926, 0.4631], [1.102, 1.073], [5.436, 5.692], [5.377, 5.342], [2.965, 2.894], [2.074, 2.053], [2.721, 2.524], [1.728, 1.654], [4.141, 4.076], [1.075, 1.166], [0.9073, 0.9027], [0.476, 0.4719], [0.2588, 0.2562], [1.935, 2.068], [1.717, 1.713], [0.8996, 0.8939], [0.4881, 0.4841], [7.046, 7.483], [1.902, 1.851], [1.985, 1.937], [10.58, 10.45]] },
  { name: 'neuron-trn1', n: 4, failures: 0, mean: 0.08287, median: 0.09898, largest: 0.1363, bias: -0.01472, within15: 1, points: [[21.36, 19.92], [129, 146.5], [80.63, 72.65], [12.64, 12.28]] },
];
